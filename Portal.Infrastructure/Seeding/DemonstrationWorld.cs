using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData;

namespace Portal.Infrastructure.Seeding;

/// <summary>A small believable world: agencies of both governments, people in every role, calls and applications in every state.</summary>
internal sealed class DemonstrationWorld(
    IConfiguration configuration, PortalState state, IHostEnvironment environment, TimeProvider clock, PortalDbContext db) : IDemonstrationWorld
{
    private readonly SeedMark _mark = new(db, clock, SeedMark.World);

    public async Task<bool> ExistsAsync(CancellationToken ct) => await _mark.IsPresentAsync(ct);

    public async Task<string> SeedAsync(CancellationToken ct)
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("Made-up people are allowed in Development only.");
        }

        if (await _mark.IsFinishedAsync(ct))
        {
            return "The demonstration world is already there; nothing was changed.";
        }

        await _mark.BeginAsync(ct);
        await BuiltInData.LoadMissingAsync(db, ct);
        var files = WorldFiles.Read();
        await TellAsync(files, new WorldCalendar(clock.GetUtcNow()), ct);
        await db.RegisterDemonstrationSystemAsync(ct);
        await _mark.FinishAsync(ct);
        var applications = files.Calls.Sum(c => c.Applications.Count);
        return $"Demonstration world: {files.Organisations.Count} organisations, {files.Staff.Count} members, {files.Candidates.Count} candidates, {files.Calls.Count} calls, {applications} applications, {files.Recognition.Pairs.Count} equivalences, {files.Recognition.Cases.Count} recognition cases.";
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

        await RecogniseAsync(portal, cast, calendar, files.Recognition, ct);
        await KeepLateMailsAsync(calendar, ct);
    }

    private static async Task RecogniseAsync(PastPortal portal, Cast cast, WorldCalendar calendar, RecognitionWorld world, CancellationToken ct)
    {
        var sets = await new EvidenceStory(portal, cast, calendar, world).TellAsync(ct);
        foreach (var pair in world.Pairs)
        {
            await new PairStory(portal, cast, calendar, world, sets, pair).TellAsync(ct);
        }

        var holders = new HolderStory(portal, cast, calendar, world);
        foreach (var held in world.Held)
        {
            await holders.ListAsync(held, ct);
        }

        foreach (var story in world.Cases)
        {
            await holders.TellAsync(story, ct);
        }
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
