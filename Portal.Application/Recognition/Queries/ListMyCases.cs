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

internal sealed class ListMyCasesHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<ListMyCases, IReadOnlyList<ListMyCases.Row>>
{
    public async ValueTask<IReadOnlyList<ListMyCases.Row>> Handle(ListMyCases query, CancellationToken ct)
    {
        var me = current.Actor.UserId;
        var mine = await db.RecognitionCases.AsNoTracking().Where(c => c.HolderId == me).OrderByDescending(c => c.StartedAt).Take(ListMyCases.Most)
            .Join(db.Equivalences, c => c.EquivalenceId, e => e.Id, (c, e) => new { c.Id, c.Number, e.Source, e.TargetCode, c.Status, c.Mover, c.NextBy, c.DecisionBy, c.StartedAt }).ToListAsync(ct);
        return [.. mine.OrderBy(c => c.Mover is not (CaseMove.NotSent or CaseMove.Holder)).ThenBy(c => c.Mover == CaseMove.Nobody).ThenByDescending(c => c.StartedAt)
            .Select(c => new ListMyCases.Row(c.Id, c.Number, c.Source, c.TargetCode, c.Status, c.Mover, c.NextBy, c.DecisionBy, c.Status == RecognitionCaseStatus.InformationRequested))];
    }
}
