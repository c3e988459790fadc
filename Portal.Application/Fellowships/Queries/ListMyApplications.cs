using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The candidate's own applications, those that wait for the candidate first.</summary>
public sealed record ListMyApplications : IQuery<IReadOnlyList<ListMyApplications.Row>>, IPortalMessage
{
    public const int Most = 100;

    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    public sealed record Row(Guid Id, string Number, BilingualText Title, CandidateStatus Status, NextStep Next, Deadline? NextBy, DateTimeOffset StartedAt)
    {
        public Mover Mover => Next.Mover();
    }
}

internal sealed class ListMyApplicationsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock)
    : IQueryHandler<ListMyApplications, IReadOnlyList<ListMyApplications.Row>>
{
    public async ValueTask<IReadOnlyList<ListMyApplications.Row>> Handle(ListMyApplications query, CancellationToken ct)
    {
        var (me, now) = (current.Actor.UserId, clock.GetUtcNow());
        var mine = await db.FellowshipApplications.AsNoTracking().Where(a => a.ApplicantId == me)
            .Join(db.FellowshipCalls, a => a.CallId, c => c.Id, (a, c) => new { a.Id, a.Number, a.Status, a.ReleasedAt, a.Correction, a.AnswerBy, a.StartedAt, c.Content })
            .OrderByDescending(x => x.StartedAt).Take(ListMyApplications.Most).ToListAsync(ct);
        return [.. mine.Select(x =>
            {
                var status = x.Status.ForCandidate(x.ReleasedAt is not null);
                var (next, by) = NextSteps.Of(status, x.Content, x.Correction?.DueBy, x.AnswerBy, now);
                return new ListMyApplications.Row(x.Id, x.Number, x.Content.Title.Text, status, next, by, x.StartedAt);
            })
            .OrderBy(r => r.Mover != Mover.Candidate).ThenBy(r => r.Mover == Mover.Nobody).ThenBy(r => r.NextBy?.Instant ?? DateTimeOffset.MaxValue)];
    }
}
