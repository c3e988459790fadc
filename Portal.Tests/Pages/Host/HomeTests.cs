using System.Net;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

public sealed class HomeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", Role.ProgrammeOfficer), InlineData("ja", Role.Administrator), InlineData("en", Role.DecidingOfficial), InlineData("en", Role.Auditor)]
    public async Task Whoever_works_here_is_led_to_that_work_and_nowhere_closed(string language, Role role)
    {
        using var person = await host.People.StaffAsync(role, Government.Japan);
        var links = (await person.GetAsync($"/{language}")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(href => !href.Contains("Calls", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal((link, HttpStatusCode.OK), (link, (await person.GetAsync(link)).Status));
        }
    }

    [Theory, InlineData("ja", "自分の申請"), InlineData("en", "My applications")]
    public async Task A_candidate_is_led_to_the_own_applications(string language, string words)
    {
        using var candidate = await host.People.CandidateAsync();
        var home = await candidate.GetAsync($"/{language}");
        Assert.Contains(words, home.TextsOf("main h3 a"));
        Assert.Equal($"/{language}/Fellowships/Applications", (await home.FollowAsync(words)).Path);
    }

    [Theory, InlineData("ja", "資格の承認", "担当の業務"), InlineData("en", "My recognition", "Your work")]
    public async Task A_candidate_is_led_to_the_own_requests_for_recognition_and_told_of_no_office(string language, string words, string office)
    {
        using var candidate = await host.People.CandidateAsync();
        var home = await candidate.GetAsync($"/{language}");
        Assert.DoesNotContain(office, home.TextsOf("h3"));
        var link = Assert.Single(home.Document.QuerySelectorAll("main h3 a"), a => a.TextContent == words);
        Assert.Equal(HttpStatusCode.OK, (await candidate.GetAsync(link.GetAttribute("href")!)).Status);
    }
}
