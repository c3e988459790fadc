using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>One call as it is published; the programme staff also see it before.</summary>
public sealed record CallDetails(Guid Id) : IQuery<CallDetails.Call>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    public sealed record Call(Guid Id, string Code, CallPhase Phase, CallContent Content)
    {
        public bool IsPublic => Phase is CallPhase.Scheduled or CallPhase.Open or CallPhase.Closed;
    }
}

internal sealed class CallDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<CallDetails, CallDetails.Call>
{
    public async ValueTask<CallDetails.Call> Handle(CallDetails query, CancellationToken ct)
    {
        var call = await db.FellowshipCalls.AsNoTracking().Where(FellowshipCall.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        return new CallDetails.Call(call.Id, call.Code, call.PhaseAt(clock.GetUtcNow()), call.Content);
    }
}
