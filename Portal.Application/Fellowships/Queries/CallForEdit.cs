using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>A call as its editor starts from it.</summary>
public sealed record CallForEdit(Guid Id) : IQuery<CallForEdit.Call>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall);

    /// <param name="CanEdit">False once both governments have approved: then it must be returned first.</param>
    public sealed record Call(Guid Id, string Code, long Version, CallPhase Phase, bool CanEdit, CallContent Content);
}

internal sealed class CallForEditHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<CallForEdit, CallForEdit.Call>
{
    public async ValueTask<CallForEdit.Call> Handle(CallForEdit query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var call = await db.FellowshipCalls.AsNoTracking().Where(FellowshipCall.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        var canEdit = call.StepsFor(current.Actor, now).Contains(FellowshipCallStep.Edit);
        return new CallForEdit.Call(call.Id, call.Code, call.Version, call.PhaseAt(now), canEdit, call.Content);
    }
}
