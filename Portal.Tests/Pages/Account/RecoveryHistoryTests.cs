using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>The history keeps each step that could hand an account to somebody else, and nothing personal (S-19, S-44).</summary>
public sealed class RecoveryHistoryTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Address = "kept@example.jp";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recovery_is_kept_when_it_is_asked_for_stopped_and_used()
    {
        await host.WithAppAsync("en", Address);
        await AskAsync();
        await (await host.Visitor().GetAsync(await host.LinkAsync(Address, "Recovery/Stop"))).Form().SubmitAsync();
        await AskAsync();
        host.Clock.Advance(RecoveryRequests.Delay);
        await host.InScopeAsync<RecoveryRequests, int>(async r =>
        {
            await r.OpenDueAsync(Ct);
            return 0;
        });
        await (await host.Visitor().GetAsync(await host.LinkAsync(Address, "Recovery/Enter"))).Form().Fill("Password", AccountPages.Password).SubmitAsync();

        var person = await host.InDatabaseAsync(db => db.People.Where(p => p.MailAddress == Address).SingleAsync());
        var kept = await EntriesAsync(person.Id);
        Assert.Equal(["AskForRecovery", "StopRecovery", "AskForRecovery", "UseRecovery"], kept.Select(e => e.Operation));
        Assert.Equal(("Person", "[]", (Government?)null, host.Clock.GetUtcNow()), (kept[^1].CaseType, kept[^1].Changes, kept[^1].Side, kept[^1].At));
        Assert.Null(kept.Zip(kept.Skip(1), (before, after) => after.FaultAfter(before)).FirstOrDefault(f => f is not null));
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var history = (await auditor.GetAsync($"/ja/Reporting/History/Item/{person.Id}?type=Person")).Text;
        Assert.Contains("メールのリンクでログインした", history, StringComparison.Ordinal);
        Assert.DoesNotContain(person.DisplayName, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_removal_of_the_last_strong_way_in_is_kept_for_the_own_side_alone()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.GiveFactorsAsync(officer.Id, app: true);
        await RemovalAsync(r => r.PlanAsync(officer.Id, null, Ct));
        await RemovalAsync(r => r.KeepAsync(officer.Id, Ct));
        await RemovalAsync(r => r.PlanAsync(officer.Id, null, Ct));
        host.Clock.Advance(FactorRemovals.Delay);
        await RemovalAsync(r => r.RemoveDueAsync(Ct));

        var kept = await EntriesAsync(officer.Id);
        Assert.Equal(["PlanFactorRemoval", "CancelFactorRemoval", "PlanFactorRemoval", "RemoveLastFactor"], kept.Select(e => e.Operation));
        Assert.All(kept, e => Assert.Equal((Government.Japan, "[]"), (e.Side, e.Changes)));
        using var abroad = await host.People.AuditorAsync(Government.UnitedStates);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await abroad.GetAsync($"/en/Reporting/History/Item/{officer.Id}?type=Person")).Status);
    }

    private async Task AskAsync() => await (await (await host.Visitor().SignInAsync("en", Address)).FollowAsync("I have lost my phone")).Form().SubmitAsync();

    private Task<int> RemovalAsync(Func<FactorRemovals, Task> step) => host.InScopeAsync<FactorRemovals, int>(async r =>
    {
        await step(r);
        return 0;
    });

    private Task<List<AuditEntry>> EntriesAsync(Guid person) => host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == person).OrderBy(e => e.Sequence).ToListAsync());
}
