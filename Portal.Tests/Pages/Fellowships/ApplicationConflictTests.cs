using System.Net;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationConflictTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "2つの内容を比べる")]
    [InlineData("en", "Compare both versions")]
    public async Task Two_tabs_on_one_section_meet_on_the_comparison_page_and_nothing_is_lost(string language, string heading)
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var (first, second) = (await TabAsync(person, story, language), await TabAsync(person, story, language));
        await first.Fill("plan.title", "題名A").Fill("plan.summary", "一行目\n二行目").SubmitAsync("do", "later");
        var compare = await second.Fill("plan.title", "題名B").Fill("plan.host", "NCO").SubmitAsync("do", "continue");

        Assert.Equal((HttpStatusCode.Conflict, heading), (compare.Status, compare.Heading));
        Assert.Contains("題名A", compare.Text, StringComparison.Ordinal);
        Assert.Contains("題名B", compare.Text, StringComparison.Ordinal);
        await compare.Form().Fill("Keep[plan.summary]", "theirs").SubmitAsync();

        var stored = (await host.StoredAsync(story.Application.Id)).AnswersOf(Section.ResearchPlan);
        Assert.Equal(("題名B", "一行目\n二行目", "NCO"), (stored["plan.title"], stored["plan.summary"], stored["plan.host"]));
    }

    [Fact]
    public async Task A_third_save_during_the_comparison_leads_to_a_new_comparison()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var (first, second, third) = (await TabAsync(person, story), await TabAsync(person, story), await TabAsync(person, story));
        await first.Fill("plan.title", "A").SubmitAsync("do", "later");
        var compare = await second.Fill("plan.title", "B").SubmitAsync("do", "later");
        await (await TabAsync(person, story)).Fill("plan.title", "C").SubmitAsync("do", "later");
        var again = await compare.Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("C", again.TextsOf(".compare__side .prose"));
        Assert.NotNull(third);
    }

    [Fact]
    public async Task Two_tabs_on_two_sections_do_not_disturb_each_other()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var plan = await TabAsync(person, story);
        var about = (await person.SectionAsync(story.Application.Id, Section.AboutYou)).SectionForm();
        Assert.Equal(HttpStatusCode.OK, (await plan.Fill("plan.title", "A").SubmitAsync("do", "later")).Status);
        Assert.Equal(HttpStatusCode.OK, (await about.Fill("about.knownAs", "Hana").SubmitAsync("do", "later")).Status);
        var stored = await host.StoredAsync(story.Application.Id);
        Assert.Equal(("A", "Hana"), (stored.AnswersOf(Section.ResearchPlan)["plan.title"], stored.AnswersOf(Section.AboutYou)["about.knownAs"]));
    }

    [Fact]
    public async Task The_same_answers_twice_are_no_conflict()
    {
        using var person = await host.People.CandidateAsync();
        var story = await host.ApplyAsync(person);
        var (first, second) = (await TabAsync(person, story), await TabAsync(person, story));
        await first.Fill("plan.title", "A").SubmitAsync("do", "later");
        Assert.Equal(HttpStatusCode.OK, (await second.Fill("plan.title", "A").SubmitAsync("do", "later")).Status);
    }

    private static async Task<HtmlForm> TabAsync(SignedIn person, ApplicationStory story, string language = "en") =>
        (await person.SectionAsync(story.Application.Id, Section.ResearchPlan, language)).SectionForm();
}
