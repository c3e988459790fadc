using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The holder's own requests, those that wait for the holder first.</summary>
public sealed record ListMyCases : IQuery<IReadOnlyList<ListMyCases.Row>>, IPortalMessage
{
    public const int Most = 100;

    public static Access Access => Access.Holding(Permission.AskForRecognition);

    public sealed record Row(Guid Id, string Number, EquivalenceSource Source, string Target, RecognitionCaseStatus Status, CaseMove Mover, Deadline? NextBy, Deadline? DecisionBy, bool IsClockStopped);
}

internal sealed class ListMyCasesHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ListMyCases, IReadOnlyList<ListMyCases.Row>>
{
    public async ValueTask<IReadOnlyList<ListMyCases.Row>> Handle(ListMyCases query, CancellationToken ct)
    {
        var (me, now) = (current.Actor.UserId, clock.GetUtcNow());
        var mine = await db.RecognitionCases.AsNoTracking().Where(c => c.HolderId == me).OrderByDescending(c => c.StartedAt).Take(ListMyCases.Most)
            .Join(db.Equivalences, c => c.EquivalenceId, e => e.Id, (c, e) => new { Case = c, e.Source, e.TargetCode }).ToListAsync(ct);
        var periods = await db.PeriodsAsync([.. mine.Select(m => m.Case.EquivalenceVersionId).Distinct()], ct);
        return [.. mine.Select(m => (m.Case.StartedAt, Row: Row(m.Case, m.Source, m.TargetCode, BasisPhase.Of(m.Case.EquivalenceVersionId, periods, now), now)))
            .OrderBy(x => x.Row.Mover is not (CaseMove.NotSent or CaseMove.Holder)).ThenBy(x => x.Row.Mover == CaseMove.Nobody).ThenByDescending(x => x.StartedAt).Select(x => x.Row)];
    }

    private static ListMyCases.Row Row(RecognitionCase own, EquivalenceSource source, string target, BasisPhase basis, DateTimeOffset now) => new(
        own.Id, own.Number, source, target, own.Status, own.MoverAt(basis, now), own.NextBy, own.DecisionBy, own.IsClockStopped);
}
