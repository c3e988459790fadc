using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData;

namespace Portal.Infrastructure.Demonstration;

public enum SeedOutcome
{
    Seeded,
    AlreadyThere,

    /// <summary>An earlier run broke off: the state has to be emptied first.</summary>
    BrokeOff,

    /// <summary>Made-up people are allowed in Development only.</summary>
    NotDevelopment,
}

/// <summary>A small believable world: agencies of both governments, people in every role, calls and applications in every state. Running it twice changes nothing.</summary>
public sealed class DemonstrationWorld(
    IConfiguration configuration, PortalState state, IHostEnvironment environment, TimeProvider clock, PortalDbContext db)
{
    private readonly DemonstrationData _mark = new(db, clock);

    public async Task<SeedOutcome> SeedAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
        {
            return SeedOutcome.NotDevelopment;
        }

        if (await _mark.IsCompleteAsync(ct) is { } isComplete)
        {
            return isComplete ? SeedOutcome.AlreadyThere : SeedOutcome.BrokeOff;
        }

        await _mark.BeginAsync(ct);
        await ReferenceLoad.EnsureAsync(db, ct);
        await TellAsync(WorldFiles.Read(), new WorldCalendar(clock.GetUtcNow()), ct);
        await _mark.FinishAsync(ct);
        return SeedOutcome.Seeded;
    }

    private async Task TellAsync(WorldFiles files, WorldCalendar calendar, CancellationToken ct)
    {
        await using var portal = new PastPortal(configuration, state);
        var cast = new Cast(portal, files, calendar);
        var papers = new SamplePapers(portal.Get<Application.Shared.IDocumentPrinter>(), files.Papers);
        await cast.EnterAsync(ct);
        foreach (var call in files.Calls)
        {
            var id = await new CallStory(portal, cast, calendar).TellAsync(call, ct);
            await ApplyAsync(portal, cast, calendar, papers, call, id, ct);
        }

        await KeepLateMailsAsync(calendar, ct);
    }

    private static async Task ApplyAsync(
        PastPortal portal, Cast cast, WorldCalendar calendar, SamplePapers papers, WorldCall text, Guid id, CancellationToken ct)
    {
        var call = await portal.ReadAsync(p => p.FellowshipCalls.AsNoTracking().SingleAsync(c => c.Id == id, ct));
        var cases = new List<(WorldApplication, Guid)>();
        foreach (var (story, start) in text.Applications.Select((a, i) => (a, text.Opens + 2 + i)))
        {
            cases.Add((story, await new ApplicationStory(portal, cast, calendar, papers, call, story, start).TellAsync(ct)));
        }

        await new AwardListStory(portal, cast, calendar, text, id, cases).TellAsync(ct);
    }

    /// <summary>What happened long ago was mailed long ago.</summary>
    private async Task KeepLateMailsAsync(WorldCalendar calendar, CancellationToken ct) =>
        await db.Outbox.Where(m => m.CompletedAt == null && m.CreatedAt < calendar.Yesterday)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.CompletedAt, m => (DateTimeOffset?)m.CreatedAt), ct);
}
