using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Turns one government's key on a withdrawal; the second one ends the effect.</summary>
public sealed record WithdrawEquivalence(Guid Id, Guid VersionId, string Reason, string SeenHash) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class WithdrawEquivalenceValidator : AbstractValidator<WithdrawEquivalence>
{
    public WithdrawEquivalenceValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class WithdrawEquivalenceHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<WithdrawEquivalence, Result>
{
    public async ValueTask<Result> Handle(WithdrawEquivalence command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        equivalence.Withdraw(command.VersionId, command.Reason, command.SeenHash, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
