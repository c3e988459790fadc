using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationSectionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "エラー：", "姓のフリガナを全角カタカナで入力してください（例：サトウ）", "生年月日は、実在する日付を入力してください（例：2024年4月1日）", "国籍を選んでください")]
    [InlineData("en", "Error: ", "Enter your family name in katakana, for example サトウ", "Date of birth must be a real date, for example 2024 4 1", "Select your citizenship")]
    public async Task What_is_wrong_is_said_at_the_field_and_in_the_summary_with_everything_typed_still_there(
        string language, string title, string kana, string date, string citizenship)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var form = (await person.SectionAsync(story.Application.Id, Section.AboutYou, language)).SectionForm().AnswerAll(story.Form, Section.AboutYou);
        var page = await form.Fill("about.kanaFamily", "Sato").Fill("about.birthDate.Month", "13").Fill("about.citizenship", "").ContinueAsync();

        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.Equal([kana, date, citizenship], page.Errors);
        Assert.EndsWith(kana, page.ErrorOf("about.kanaFamily"), StringComparison.Ordinal);
        Assert.Equal(("Sato", "13", "髙﨑"), (page.SectionForm().Value("about.kanaFamily"), page.SectionForm().Value("about.birthDate.Month"), page.SectionForm().Value("about.nativeFamily")));
        Assert.All(page.Document.QuerySelectorAll("[data-error-summary] a"), a => Assert.NotNull(page.Document.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Theory]
    [InlineData(Government.Japan)]
    [InlineData(Government.UnitedStates)]
    public async Task Every_section_speaks_both_languages_for_both_sides(Government side)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, side: side);
        foreach (var language in new[] { "ja", "en" })
        {
            foreach (var section in story.Form.Sections)
            {
                var page = await person.SectionAsync(story.Application.Id, section, language);
                Assert.Equal((HttpStatusCode.OK, language), (page.Status, page.Lang));
                Assert.NotEqual("", page.Heading);
            }
        }
    }

    [Fact]
    public async Task Every_missing_answer_has_its_sentence_in_both_languages()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        foreach (var language in new[] { "ja", "en" })
        {
            var check = await person.GetAsync(At(language, "Check", story.Application.Id));
            var expected = story.Application.Problems(story.Form, TestData.Catalogue).Count;
            Assert.Equal(expected, check.Errors.Count);
            Assert.Equal(expected, check.Errors.Distinct().Count());
        }
    }

    [Fact]
    public async Task The_check_page_leads_into_the_field_that_is_wrong()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var check = await person.GetAsync(At("en", "Check", story.Application.Id));
        var link = check.Document.QuerySelectorAll("[data-error-summary] a").Single(a => a.TextContent.Contains("telephone", StringComparison.Ordinal));
        Assert.EndsWith("#about_phone", link.GetAttribute("href"), StringComparison.Ordinal);
        var section = await check.FollowAsync("Enter your telephone number");
        Assert.Contains("Enter your telephone number", section.ErrorOf("about.phone"), StringComparison.Ordinal);
        Assert.NotNull(section.Document.GetElementById("about_phone"));
    }

    [Fact]
    public async Task What_people_type_is_shown_in_one_form()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var form = (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm()
            .Fill("about.kanaFamily", "ﾊﾅｺ").Fill("about.kanaGiven", "はなこ").Fill("about.birthDate.Year", "２０００").Fill("about.birthDate.Month", "４").Fill("about.birthDate.Day", "１")
            .Fill("about.phone", "090ー1234ー5678").Fill("about.postalCode", "〒１００-0001").Fill("about.latinFamily", "Ｓａｔｏ");
        await form.SubmitAsync("do", "later");
        var again = (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm();
        Assert.Equal(
            ("ハナコ", "ハナコ", "2000", "4", "1", "090-1234-5678", "Sato"),
            (again.Value("about.kanaFamily"), again.Value("about.kanaGiven"), again.Value("about.birthDate.Year"), again.Value("about.birthDate.Month"),
                again.Value("about.birthDate.Day"), again.Value("about.phone"), again.Value("about.latinFamily")));
        Assert.Contains("100", again.Value("about.postalCode"), StringComparison.Ordinal);
        Assert.DoesNotContain("〒", again.Value("about.postalCode"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_language_keeps_what_is_not_saved_yet_and_stays_in_the_section()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var page = await person.SectionAsync(story.Application.Id, Section.ResearchPlan);
        Assert.NotNull(page.Document.QuerySelector("button[name=switchTo][form=f][value=ja]"));
        var other = await page.SectionForm().Fill("plan.title", "  港湾 ").Fill("plan.language", "ja").SubmitAsync("switchTo", "ja");
        Assert.Equal(("ja", "研究計画"), (other.Lang, other.Heading));
        Assert.Equal(("港湾", "ja"), (other.SectionForm().Value("plan.title"), other.SectionForm().Value("plan.language")));
        Assert.Empty(other.Errors);
    }

    [Fact]
    public async Task Entries_are_added_and_removed_without_losing_the_others()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var page = await person.SectionAsync(story.Application.Id, Section.EducationAndWork);
        page = await page.SectionForm().Fill("education.1.school", "First").SubmitAsync("do", "add:education");
        page = await page.SectionForm().Fill("education.2.school", "Second").SubmitAsync("do", "add:education");
        page = await page.SectionForm().Fill("education.3.school", "Third").SubmitAsync("do", "add:work");
        Assert.Contains("work.1.employer", page.SectionForm().Names);
        page = await page.SectionForm().SubmitAsync("do", "remove:education.2");
        Assert.Equal(("First", "Third"), (page.SectionForm().Value("education.1.school"), page.SectionForm().Value("education.2.school")));
        Assert.DoesNotContain("education.3.school", page.SectionForm().Names);
    }

    [Fact]
    public async Task Save_and_finish_later_leads_to_the_task_list_and_does_not_check()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var hub = await (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm().Fill("about.phone", "x").SubmitAsync("do", "later");
        Assert.Equal("Your application", hub.Heading);
        Assert.Contains("In progress", hub.TextsOf("ol.task .tag"));
        Assert.DoesNotContain(hub.TextsOf("ol.task .tag"), t => t.StartsWith("Fix", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_section_that_was_checked_says_how_many_answers_to_fix()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        await (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm().AnswerAll(story.Form, Section.AboutYou).Fill("about.phone", "x").ContinueAsync();
        Assert.Contains("Fix 1 answer", (await person.GetAsync(At("en", "Tasks", story.Application.Id))).TextsOf("ol.task .tag"));
    }

    [Fact]
    public async Task Certifications_stand_under_their_own_names_and_countries_with_the_partners_first()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var page = await person.GetAsync(SectionAt("en", story.Application.Id, Section.Certifications) + "&add=certification");
        Assert.Equal(["Japan", "United States"], page.Document.QuerySelectorAll("#certification_1_code optgroup").Take(2).Select(g => g.GetAttribute("label")!));
        Assert.All(page.Document.QuerySelectorAll("#certification_1_code optgroup[label=Japan] option"), o => Assert.Equal("ja", o.GetAttribute("lang")));
        var about = await person.SectionAsync(story.Application.Id, Section.AboutYou, "ja");
        Assert.Equal(["日本", "アメリカ合衆国"], about.Document.QuerySelectorAll("#about_citizenship option").Skip(1).Take(2).Select(o => o.TextContent));
    }

    [Fact]
    public async Task A_section_that_the_call_does_not_ask_for_is_not_there()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person, call: await host.OpenCallAsync(c => c with { Sections = [Section.Documents] }));
        Assert.Equal(HttpStatusCode.NotFound, (await person.SectionAsync(story.Application.Id, Section.ResearchPlan)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync(At("en", "Section", story.Application.Id, "?section=Nonsense"))).Status);
    }
}
