using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>What staff need before they see a case, and what binds a government needs a fresh proof.</summary>
public sealed class StrongSignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(SignInMethod.Password, 0, false, false)]
    [InlineData(SignInMethod.Password, 2, true, false)]
    [InlineData(SignInMethod.Passkey, 1, false, false)]
    [InlineData(SignInMethod.Passkey, 1, true, true)]
    [InlineData(SignInMethod.Passkey, 2, false, true)]
    [InlineData(SignInMethod.PasswordAndCode, 0, true, false)]
    [InlineData(SignInMethod.PasswordAndCode, 1, true, true)]
    public async Task Staff_see_cases_only_with_enough_ways_in_and_a_strong_one_used(SignInMethod method, int passkeys, bool app, bool opens)
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.GiveFactorsAsync(officer.Id, passkeys, app);
        await host.People.AgainAsync(officer, method);
        var page = await officer.GetAsync("/ja/Fellowships/Cases");
        Assert.Equal(opens ? "/ja/Fellowships/Cases" : "/ja/Account/Factors", page.Path);
        var isEnough = passkeys >= 2 || (passkeys == 1 && app);
        Assert.Equal(!opens && !isEnough, page.Text.Contains("先にログイン方法を設定してください", StringComparison.Ordinal));
        Assert.Equal(!opens && isEnough, page.Text.Contains("必要なログイン方法を設定しました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_still_to_set_up_cannot_act_past_the_pages_either()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var write = await officer.GetAsync("/en/Fellowships/CallDesk/Write");
        await host.People.AgainAsync(officer, SignInMethod.Password);
        Assert.Equal("/en/Account/Factors", (await write.Form().SubmitAsync()).Path);
    }

    [Fact]
    public async Task Candidates_are_never_kept_out()
    {
        using var candidate = await host.People.CandidateAsync();
        await host.People.AgainAsync(candidate, SignInMethod.Password);
        Assert.Equal("/en/Fellowships/Applications", (await candidate.GetAsync("/en/Fellowships/Applications")).Path);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_joint_approval_asks_for_a_proof_not_older_than_five_minutes(int seconds, bool counts)
    {
        var call = await host.AddAsync(TestData.CallInCheck(TestData.CallContent(host.Clock.GetUtcNow().AddDays(10)), CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.UnitedStates);
        var page = await officer.GetAsync($"/en/Fellowships/CallDesk/Details/{call.Id}");
        host.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await page.Form("form[action*=Approve]").SubmitAsync();
        Assert.Equal(counts ? $"/en/Fellowships/CallDesk/Details/{call.Id}" : "/en/Account/Confirm", answer.Path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        if (counts)
        {
            var kept = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == call.Id && e.Operation == "ApproveCall").SingleAsync());
            Assert.StartsWith("Demonstration ", kept.Proof, StringComparison.Ordinal);
            Assert.Equal(kept.Hash, AuditLinks.HashOf(kept));
        }
        else
        {
            Assert.Contains(Uri.EscapeDataString($"/en/Fellowships/CallDesk/Details/{call.Id}"), answer.Address.Query, StringComparison.Ordinal);
            Assert.Null((await officer.GetAsync($"/en/Fellowships/CallDesk/Details/{call.Id}")).Document.QuerySelector("form[action*=Approve] button"));
        }
    }
}
