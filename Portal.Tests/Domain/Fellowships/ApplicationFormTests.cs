using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Domain.Fellowships;

public sealed class ApplicationFormTests
{
    private static readonly CallContent Content = TestData.CallContent();
    private static readonly ApplicationForm Form = new(Content, Government.Japan);

    [Fact]
    public void Every_key_is_unique_in_the_form()
    {
        var keys = Form.Sections.SelectMany(s => Form.Fields(s, Answers.Empty)).Select(f => f.Key).ToList();
        Assert.True(keys.Count > 30);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Every_field_that_the_form_shows_is_found_by_its_key() => Assert.All(
        Form.Sections.SelectMany(s => Form.Fields(s, Answers.Empty)),
        f => Assert.Equal(f.Key, Form.Find(f.Section, f.Key)?.Key));

    [Fact]
    public void The_order_of_sections_is_the_same_however_the_call_lists_them()
    {
        var form = new ApplicationForm(Content with { Sections = [.. Content.Sections.Reverse()] }, Government.Japan);
        Assert.Equal(Form.Sections, form.Sections);
        Assert.Equal([Section.AboutYou, Section.Eligibility], form.Sections.Take(2));
    }

    [Fact]
    public void A_section_that_the_call_does_not_ask_for_has_no_fields()
    {
        var form = new ApplicationForm(Content with { Sections = [], Questions = [] }, Government.Japan);
        Assert.Equal([Section.AboutYou, Section.Eligibility], form.Sections);
        Assert.Empty(form.Fields(Section.EducationAndWork, Answers.Empty));
        Assert.Null(form.Find(Section.EducationAndWork, "education.1.school"));
        Assert.Null(form.Find(Section.Documents, "documents.cv"));
        Assert.True(form.Read(Section.ResearchPlan, new Dictionary<string, string?> { ["plan.title"] = "x" }).IsEmpty);
        Assert.False(form.Has("education.1"));
    }

    [Fact]
    public void Japans_candidates_give_native_script_and_reading()
    {
        Assert.True(Form.Find(Section.AboutYou, "about.kanaFamily")!.IsRequired);
        Assert.False(new ApplicationForm(Content, Government.UnitedStates).Find(Section.AboutYou, "about.kanaFamily")!.IsRequired);
    }

    [Fact]
    public void Questions_of_the_call_become_fields_of_their_kind()
    {
        FieldKind[] kinds = [FieldKind.Line, FieldKind.Prose, FieldKind.Choice, FieldKind.Choices, FieldKind.File];
        Assert.Equal(kinds, Form.Fields(Section.OwnQuestions, Answers.Empty).Select(f => f.Kind));
    }

    [Fact]
    public void Reading_keeps_only_what_the_form_asks_for()
    {
        var read = Form.Read(Section.EducationAndWork, new Dictionary<string, string?>
        {
            ["education.1.school"] = " 東京大学 ", ["education.1.isAdmin"] = "yes", ["about.phone"] = "03-1234-5678", ["education.6.school"] = "over",
            ["education.0.school"] = "x", ["education.-1.school"] = "x", ["education.+1.school"] = "x", ["education.01.school"] = "x",
            ["education.99999999999999999999.school"] = "x", ["education.x.school"] = "x", ["....."] = "x", [""] = "x",
            ["__RequestVerificationToken"] = "x", ["work.1.employer"] = null, [new string('.', 10_000)] = "x",
        });
        Assert.Equal(Answers.Empty.With("education.1.school", "東京大学"), read);
    }

    [Fact]
    public void A_file_is_never_read_from_a_text() =>
        Assert.True(Form.Read(Section.Documents, new Dictionary<string, string?> { ["documents.cv"] = "/etc/passwd" }).IsEmpty);

    [Fact]
    public void A_whole_entry_can_be_named_up_to_the_last_one()
    {
        Assert.True(Form.Has("education.5"));
        Assert.False(Form.Has("education.6"));
        Assert.True(Form.Has("plan.title"));
    }
}
