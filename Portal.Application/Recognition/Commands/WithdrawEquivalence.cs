using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Turns the other government's key on a withdrawal: the effect ends.</summary>
public sealed record WithdrawEquivalence(Guid Id, string SeenHash) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class WithdrawEquivalenceHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<WithdrawEquivalence, Result>
{
    public async ValueTask<Result> Handle(WithdrawEquivalence command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        var effect = await db.EffectOfAsync(equivalence.Withdrawing?.VersionId ?? Guid.Empty, ct);
        equivalence.Withdraw(command.SeenHash, effect, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
