using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Portal.Application.Fellowships;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Seeding;

/// <summary>Many applications beside the demonstration world, whose staff can then work on them. Two to a person, over eight calls.</summary>
internal sealed class LoadProfile(
    IDemonstrationWorld world, IConfiguration configuration, PortalState state, TimeProvider clock, PortalDbContext db,
    IDbContextFactory<PortalDbContext> contexts, IFileStore store) : ILoadProfile
{
    private const int Calls = 8, AtOnce = 200;

    private readonly SeedMark _mark = new(db, clock, SeedMark.Load);

    public async Task<string> SeedAsync(int applications, CancellationToken ct)
    {
        await world.SeedAsync(ct);
        if (await _mark.IsFinishedAsync(ct))
        {
            return "The load is already there; nothing was changed.";
        }

        await _mark.BeginAsync(ct);
        var plan = await PlanAsync(ct);
        var writing = new SemaphoreSlim(1);
        await Parallel.ForEachAsync(Enumerable.Range(0, applications).Chunk(AtOnce), ct, async (numbers, c) =>
        {
            var rows = await RowsAsync(plan, numbers, c);
            await writing.WaitAsync(c);
            try
            {
                await StoreAsync(rows, c);
            }
            finally
            {
                writing.Release();
            }
        });
        await _mark.FinishAsync(ct);
        return $"Load: {applications} applications of {(applications + 1) / 2} people to {Calls} calls.";
    }

    private async Task<LoadPlan> PlanAsync(CancellationToken ct)
    {
        var (files, calendar) = (WorldFiles.Read(), new WorldCalendar(clock.GetUtcNow()));
        await using var portal = new PastPortal(configuration, state);
        var cast = new Cast(portal, files, calendar);
        await cast.ReturnAsync(ct);
        var model = files.Calls.First(c => c is { Stage: WorldCallStage.Approved, Direction: CallDirection.Both, Questions.Count: 0 });
        var story = new CallStory(portal, cast, calendar);
        var ids = new List<Guid>();
        for (var n = 0; n < Calls; n++)
        {
            ids.Add(await story.TellAsync(model with { Letter = $"X{n + 1}", Opens = -60, Closes = n % 2 == 0 ? -7 : 30, Decision = 60, Starts = 120 }, ct));
        }

        using var paper = new MemoryStream(new SamplePapers(portal.Get<IDocumentPrinter>(), files.Papers).Cv(files.Candidates[0]).Content);
        return new LoadPlan(
            files, calendar, await db.FellowshipCalls.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Code).ToListAsync(ct),
            await db.FormCatalogueAsync(ct), await store.SaveAsync(paper, ct), Governments.Both.ToDictionary(g => g, cast.Officer));
    }

    private async Task<IReadOnlyList<LoadRow>> RowsAsync(LoadPlan plan, int[] numbers, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var desk = new LoadDesk(context);
        var rows = new List<LoadRow>();
        foreach (var pair in numbers.GroupBy(n => n / 2))
        {
            var person = LoadPerson.Of(pair.Key, plan.Files);
            var registered = Person.Register(Guid.CreateVersion7(), person.DisplayName, person.Mail, person.Model.Language);
            desk.Add(registered);
            desk.Record(Actor.System, plan.Calendar.At(-61, 9, person.Side), nameof(Registration));
            rows.AddRange(desk.Take());
            var me = new Actor(registered.Id, null, null, Roles.Permissions[Role.Candidate]);
            foreach (var number in pair)
            {
                new LoadCase(plan, person, me, number).Tell(desk);
                rows.AddRange(desk.Take());
            }
        }

        context.Scope = null;
        return rows;
    }

    private async Task StoreAsync(IReadOnlyList<LoadRow> rows, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var writer = new LoadWriter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), db.GetService<ISqlGenerationHelper>()))
        {
            foreach (var row in rows)
            {
                await writer.WriteAsync(row, ct);
            }
        }

        await transaction.CommitAsync(ct);
    }
}
