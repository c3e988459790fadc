using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Identity;

/// <summary>An administrator signs a member out everywhere, as when a device is lost (S-10).</summary>
public sealed class MemberSessionsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "すべてのログインを終了しますか", "理由を書いてください")]
    [InlineData("en", "End all sessions?", "Write the reason")]
    public async Task Every_browser_of_the_member_is_signed_out_on_the_next_request_and_the_role_stays(string language, string heading, string error)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        using var atHome = officer with { Client = host.Visitor() };
        await host.People.AgainAsync(atHome);
        var id = await MembershipAsync(officer);
        var link = (await admin.GetAsync($"/{language}/Identity/Members?role=ProgrammeOfficer")).Document.QuerySelector($"a[href$='/EndSessions/{id}']");
        var page = await admin.GetAsync(link!.GetAttribute("href")!);
        Assert.Equal(heading, page.Heading);

        var refused = await page.Form().SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, error), (refused.Status, refused.SentenceAt("Reason")));
        Assert.Equal("/en/Fellowships/Cases", (await officer.GetAsync("/en/Fellowships/Cases")).Path);

        await refused.Form().Fill("Reason", "The notebook was stolen").SubmitAsync();
        Assert.Equal(0, await SessionsAsync(officer));
        foreach (var browser in new[] { officer.Client, atHome.Client })
        {
            Assert.Equal("/en/Account/Session/TimedOut", (await browser.GetAsync("/en/Fellowships/Cases")).Path);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await host.People.AgainAsync(officer)).GetAsync("/en/Fellowships/Cases")).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/en/Identity/Members")).Status);
    }

    [Fact]
    public async Task The_member_is_told_by_mail_and_the_history_keeps_who_when_and_why()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var id = await MembershipAsync(officer);
        await (await admin.GetAsync($"/en/Identity/Members/EndSessions/{id}")).Form().Fill("Reason", "The notebook was stolen").SubmitAsync();

        var address = await host.InDatabaseAsync(db => db.People.Where(p => p.Id == officer.Id).Select(p => p.MailAddress).SingleAsync());
        var mail = Assert.Single(await host.MailAsync(), m => m.To.Contains(address, StringComparison.Ordinal) && m.Subject == "You were signed out everywhere");
        Assert.DoesNotContain("stolen", mail.Text, StringComparison.Ordinal);
        var entry = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == id).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(("EndSessions", "The notebook was stolen", admin.Id, host.Clock.GetUtcNow()), (entry.Operation, entry.Reason, entry.ActorId, entry.At));
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        Assert.Contains("Ended all sessions of the member", (await auditor.GetAsync($"/en/Reporting/History/Item/{id}?type=Membership")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_of_the_same_government_may()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var path = $"/en/Identity/Members/EndSessions/{await MembershipAsync(officer)}";
        using var colleague = await host.People.OfficerAsync(Government.Japan);
        using var candidate = await host.People.CandidateAsync();
        using var abroad = await host.People.AdministratorAsync(Government.UnitedStates);
        foreach (var (person, status) in new[] { (colleague, HttpStatusCode.Forbidden), (candidate, HttpStatusCode.Forbidden), (abroad, HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, (await person.GetAsync(path)).Status);
            Assert.Equal(status, (await (await person.GetAsync("/en/Account/Settings")).PostAsync(person.Client, path, ("Reason", "x"))).Status);
        }

        using var visitor = host.Visitor();
        Assert.Equal("/en/Account/SignIn", (await visitor.GetAsync(path)).Path);
        Assert.Equal(1, await SessionsAsync(officer));
    }

    [Fact]
    public async Task Somebody_whose_role_is_over_is_out_of_reach()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var id = await MembershipAsync(officer);
        var page = await admin.GetAsync($"/en/Identity/Members/EndSessions/{id}");
        await (await admin.GetAsync($"/en/Identity/Members/End/{id}")).Form().Fill("Reason", "Left").SubmitAsync();
        await host.People.AgainAsync(officer);

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/en/Identity/Members/EndSessions/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Form().Fill("Reason", "x").SubmitAsync()).Status);
        Assert.DoesNotContain($"/EndSessions/{id}", (await admin.GetAsync("/en/Identity/Members?state=Ended")).Html, StringComparison.Ordinal);
        Assert.Equal(1, await SessionsAsync(officer));
    }

    private Task<Guid> MembershipAsync(SignedIn person) => host.InDatabaseAsync(db => db.Memberships.Where(m => m.PersonId == person.Id).Select(m => m.Id).SingleAsync());

    private Task<int> SessionsAsync(SignedIn person) => host.InDatabaseAsync(db => db.SignInSessions.CountAsync(s => s.PersonId == person.Id));
}
