using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The task list of one's own application.</summary>
public sealed record ApplicationTasks(Guid Id) : IQuery<ApplicationTasks.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    /// <param name="IsComplete">Nothing keeps the application from being sent but the candidate.</param>
    public sealed record Page(CandidateCase Case, IReadOnlyList<SectionState> Sections, bool IsComplete)
    {
        public int Completed => Sections.Count(s => s.Progress == SectionProgress.Completed);
    }
}

internal sealed class ApplicationTasksHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ApplicationTasks, ApplicationTasks.Page>
{
    public async ValueTask<ApplicationTasks.Page> Handle(ApplicationTasks query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        var problems = SectionStates.Problems(found, await db.FormCatalogueAsync(ct));
        return new ApplicationTasks.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()), SectionStates.Of(found, problems), problems.Count == 0);
    }
}
