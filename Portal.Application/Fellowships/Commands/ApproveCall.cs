using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Turns one government's key on the call whose hash the officer was shown.</summary>
public sealed record ApproveCall(Guid Id, string SeenHash) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall).WithFreshProof();
}

internal sealed class ApproveCallHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ApproveCall, Result>
{
    public async ValueTask<Result> Handle(ApproveCall command, CancellationToken ct)
    {
        var call = await db.CallAsync(command.Id, current.Actor, ct);
        call.Approve(command.SeenHash, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
