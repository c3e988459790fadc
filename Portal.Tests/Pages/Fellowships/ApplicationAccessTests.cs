using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Fellowships.ApplicationPages;

namespace Portal.Tests.Pages.Fellowships;

public sealed class ApplicationAccessTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "Tasks", "" }, { "Section", "?section=AboutYou" }, { "Check", "" }, { "Receipt", "" }, { "ReceiptPdf", "" }, { "Status", "" }, { "Withdraw", "" }, { "Offer", "" },
        { "Upload", "?section=Documents&field=documents.cv" }, { "RemoveDocument", "?section=Documents" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Another_candidate_learns_nothing(string action, string query)
    {
        using var owner = await host.People.CandidateAsync();
        using var stranger = await host.People.CandidateAsync("A Stranger");
        var story = await host.ApplyAsync(owner, a => a.Submitted());
        var (theirs, nothing) = (await stranger.GetAsync(At("en", action, story.Application.Id, query)), await stranger.GetAsync(At("en", action, Guid.CreateVersion7(), query)));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.Status, nothing.Status));
        Assert.Equal(nothing.Heading, theirs.Heading);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Staff_do_not_enter_the_pages_of_candidates(string action, string query)
    {
        using var owner = await host.People.CandidateAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var story = await host.ApplyAsync(owner, a => a.Submitted());
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(At("en", action, story.Application.Id, query))).Status);
    }

    [Theory]
    [InlineData(Role.ProgrammeOfficer)]
    [InlineData(Role.DecidingOfficial)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task No_member_of_staff_changes_an_application(Role role)
    {
        using var owner = await host.People.CandidateAsync();
        using var staff = await host.People.StaffAsync(role, Government.Japan);
        using var applicant = await host.People.CandidateAsync("Another Candidate");
        var (story, own) = (await host.ApplyAsync(owner, a => a.ReturnedForCorrection("about.phone")), await host.ApplyAsync(applicant));
        var form = (await applicant.SectionAsync(own.Application.Id, ApplicationSectionKind.AboutYou)).SectionForm();
        Assert.Equal(HttpStatusCode.NotFound, (await ToAsync(applicant, form, own, story)).Status);
        var settings = (await staff.GetAsync("/en/Account/Settings")).Form();
        var post = settings.Request();
        post.RequestUri = new Uri(host.Address, SectionAt("en", story.Application.Id, ApplicationSectionKind.AboutYou));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Client.OpenAsync(post)).Status);
        Assert.Equal(story.Application.AnswersOf(ApplicationSectionKind.AboutYou), (await host.StoredAsync(story.Application.Id)).AnswersOf(ApplicationSectionKind.AboutYou));
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_comes_back()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/ja/Fellowships/Applications");
        Assert.Contains("/ja/Account/SignIn", page.Path, StringComparison.Ordinal);
        Assert.Contains("Applications", Uri.UnescapeDataString(page.Address.Query), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "まだ申請がありません")]
    [InlineData("en", "You have not applied yet")]
    public async Task A_newcomer_is_led_to_the_open_calls(string language, string heading)
    {
        using var person = await host.People.CandidateAsync();
        var page = await person.GetAsync($"/{language}/Fellowships/Applications");
        Assert.Contains(heading, page.TextsOf("h2"));
    }

    private static Task<HtmlPage> ToAsync(SignedIn person, HtmlForm form, ApplicationStory from, ApplicationStory to)
    {
        var post = form.Request();
        post.RequestUri = new Uri(post.RequestUri!.AbsoluteUri.Replace(from.Application.Id.ToString(), to.Application.Id.ToString(), StringComparison.Ordinal));
        return person.Client.OpenAsync(post);
    }
}
