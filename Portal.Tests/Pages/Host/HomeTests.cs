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
        var page = await (await candidate.GetAsync($"/{language}")).FollowAsync(words);
        Assert.Equal($"/{language}/Fellowships/Applications", page.Path);
    }
}
