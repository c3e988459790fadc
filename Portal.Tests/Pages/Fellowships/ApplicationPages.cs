using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

/// <summary>What the tests of a candidate's pages do again and again.</summary>
internal static class ApplicationPages
{
    public static string At(string language, string action, Guid id, string query = "") => $"/{language}/Fellowships/Applications/{action}/{id}{query}";

    public static string SectionAt(string language, Guid id, ApplicationSectionKind section) => At(language, "Section", id, $"?section={section}");

    public static Task<HtmlPage> SectionAsync(this SignedIn person, Guid id, ApplicationSectionKind section, string language = "en") =>
        person.GetAsync(SectionAt(language, id, section));

    public static HtmlForm SectionForm(this HtmlPage page) => page.Form("#f");

    public static Task<HtmlPage> ContinueAsync(this HtmlForm form) => form.SubmitAsync("do", "continue");

    /// <summary>Types an answer the way its field asks for it.</summary>
    public static HtmlForm Answer(this HtmlForm form, FormField field, string value)
    {
        switch (field.Kind)
        {
            case FieldKind.Date or FieldKind.YearMonth:
                var parts = value.Split('-');
                string[] names = [".Year", ".Month", ".Day"];
                return names.Take(parts.Length).Select((name, i) => (name, i)).Aggregate(form, (f, part) => f.Fill(field.Key + part.name, parts[part.i]));
            case FieldKind.Tick or FieldKind.MustTick:
                return form.Fill(field.Key + ".Tick", "true");
            default:
                return form.Fill(field.Key, value.Split('\n'));
        }
    }

    /// <summary>Answers everything that a section asks for.</summary>
    public static HtmlForm AnswerAll(this HtmlForm form, ApplicationForm questions, ApplicationSectionKind section)
    {
        var answers = TestData.CompleteAnswers(questions, section);
        return questions.Fields(section, answers).Where(f => answers[f.Key].Length > 0).Aggregate(form, (f, field) => f.Answer(field, answers[field.Key]));
    }

    public static Task<HtmlPage> UploadAsync(this HtmlPage page, string field, string fileName, byte[] content, string type = "application/pdf") =>
        page.UploadForm(field).Attach("File", fileName, type, content).SubmitAsync();

    /// <summary>The form of a page that sends a file for one question.</summary>
    public static HtmlForm UploadForm(this HtmlPage page, string field) => page.Form($"form[enctype]:has(input[name=Field][value='{field}'])");

    public static Task<FellowshipApplication> StoredAsync(this PortalHost host, Guid id) => host.InDatabaseAsync(db => db.FellowshipApplications
        .Include(a => a.Sections).Include(a => a.Documents).Include(a => a.Submissions).SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken));
}
