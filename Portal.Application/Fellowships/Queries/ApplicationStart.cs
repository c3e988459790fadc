using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What a candidate should know before starting an application.</summary>
public sealed record ApplicationStart(Guid CallId) : IQuery<ApplicationStart.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    /// <param name="BegunId">The application already begun; null when there is none.</param>
    public sealed record Page(
        Guid CallId, BilingualText Title, CallPhase Phase, Deadline Opens, Deadline Closes, IReadOnlyList<Government> Sides,
        IReadOnlyList<ApplicationSectionKind> Sections, Guid? BegunId);
}

internal sealed class ApplicationStartHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ApplicationStart, ApplicationStart.Page>
{
    public async ValueTask<ApplicationStart.Page> Handle(ApplicationStart query, CancellationToken ct)
    {
        var me = current.Actor.UserId;
        var call = await db.FellowshipCalls.AsNoTracking().Where(FellowshipCall.VisibleTo(current.Actor)).GetAsync(query.CallId, ct);
        var begun = await db.FellowshipApplications
            .Where(a => a.CallId == call.Id && a.ApplicantId == me && a.Status != FellowshipApplicationStatus.Withdrawn)
            .Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        var content = call.Content;
        return new ApplicationStart.Page(
            call.Id, content.Title.Text, call.PhaseAt(clock.GetUtcNow()), content.OpensAt, content.ClosesAt, content.Sides, content.AskedSections, begun);
    }
}
