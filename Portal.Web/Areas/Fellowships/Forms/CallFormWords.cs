using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>The answers of a call's form in words, as typed: for reading two versions side by side.</summary>
internal sealed class CallFormWords(Text text)
{
    public string Of(CallDirection direction) => text[$"Fellowships.Direction.{direction}"];

    public string OfMark(bool isReviewed) => text[isReviewed ? "Shared.TextState.Reviewed" : "Shared.TextState.Draft"];

    public string Of(ZonedTimeForm moment) => string.Join(' ', Of(moment.Date), moment.Time, OfZone(moment.Zone)).Trim();

    public string? OfZone(string? zone) => zone switch
    {
        PortalZones.Japan => text["Fellowships.Zone.Japan"],
        PortalZones.UnitedStates => text["Fellowships.Zone.UnitedStates"],
        _ => zone,
    };

    public string Of(IEnumerable<ApplicationSectionKind> sections) =>
        string.Join('\n', sections.Order().Select(s => text[$"Fellowships.Section.{s}"]));

    public string Of(IEnumerable<QuestionForm> questions) => string.Join("\n\n", questions.Select(Of));

    public static string Of(IEnumerable<CriterionForm> criteria) => string.Join('\n', criteria.Select(c => Pair(c.Ja, c.En)));

    public static string Of(DateParts date) => date.IsEmpty ? "" : $"{date.Year}-{date.Month}-{date.Day}";

    private string Of(QuestionForm question) => string.Join(
        '\n',
        new[]
        {
            Pair(question.Ja, question.En),
            Pair(question.HintJa, question.HintEn),
            text[$"Fellowships.Question.Kind.{question.Kind}"],
            text[question.IsRequired ? "Shared.Field.Required" : "Shared.Field.Optional"],
            question.HasLength ? question.MaxLength ?? "" : "",
        }
        .Concat(question.Options.Select(o => Pair(o.Ja, o.En))).Where(line => line.Length > 0));

    private static string Pair(string? ja, string? en) =>
        string.Join(" / ", new[] { ja, en }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
