using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The program with the demonstration world, as a newcomer meets it after the first start.</summary>
public sealed class DemonstrationHost(PortalTemplate template) : PortalHost(template)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var scope = Services.CreateSystemScope();
        await scope.ServiceProvider.GetRequiredService<IDemonstrationWorld>().SeedAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Somebody of the world who holds a role now.</summary>
    public Task<Guid> HolderAsync(Role role, Government side) => InDatabaseAsync(async db =>
        (await db.Memberships.AsNoTracking().Where(m => m.Role == role && m.Government == side && m.PersonId != null).OrderBy(m => m.AcceptedAt).FirstAsync()).PersonId!.Value);

    public async Task<FellowshipCall> OpenCallAsync()
    {
        var calls = await InDatabaseAsync(db => db.FellowshipCalls.AsNoTracking().ToListAsync());
        return calls.Where(c => c.PhaseAt(Clock.GetUtcNow()) == CallPhase.Open).OrderBy(c => c.Code).First();
    }

    /// <summary>An application in a status; a draft is one that can still be sent.</summary>
    public async Task<FellowshipApplication> CaseAsync(FellowshipApplicationStatus status, Government? side = null)
    {
        var cases = await InDatabaseAsync(db => db.FellowshipApplications.AsNoTracking()
            .Where(a => a.Status == status && (side == null || a.SendingGovernment == side)).OrderBy(a => a.Number).ToListAsync());
        var open = (await OpenCallAsync()).Id;
        return cases.First(a => status != FellowshipApplicationStatus.Draft || a.CallId == open);
    }

    /// <summary>One click on the sign-in page of Development.</summary>
    public static async Task SignInAsync(IPage page, Guid person, string path)
    {
        await page.GotoAsync($"{path[..3]}/Account/SignIn?returnUrl={Uri.EscapeDataString(path)}");
        await page.Locator($"form:has([name=person][value='{person}']) button").ClickAsync();
        await page.ArriveAsync(path);
    }
}
