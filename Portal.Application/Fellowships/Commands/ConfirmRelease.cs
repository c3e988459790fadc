using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>One government's officer confirms the rehearsed release; the second confirmation tells every candidate at one instant.</summary>
/// <param name="SeenHash">Hash of the rehearsal that the officer was shown.</param>
public sealed record ConfirmRelease(Guid Id, string SeenHash) : ICommand<Result<bool>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReleaseAwards).WithFreshProof();
}

internal sealed class ConfirmReleaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ConfirmRelease, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(ConfirmRelease command, CancellationToken ct)
    {
        var list = await db.AwardListAsync(command.Id, current.Actor, ct);
        var isReleased = list.Release(command.SeenHash, await db.CasesOfCallAsync(list.CallId, ct), current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return isReleased;
    }
}
