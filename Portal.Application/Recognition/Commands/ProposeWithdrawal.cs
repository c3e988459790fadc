using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Turns one government's key on a withdrawal, after reading what else it touches.</summary>
public sealed record ProposeWithdrawal(Guid Id, Guid VersionId, string Reason, string SeenHash) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class ProposeWithdrawalValidator : AbstractValidator<ProposeWithdrawal>
{
    public ProposeWithdrawalValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class ProposeWithdrawalHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ProposeWithdrawal, Result>
{
    public async ValueTask<Result> Handle(ProposeWithdrawal command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        var effect = await db.EffectOfAsync(command.VersionId, ct);
        if (command.SeenHash != effect.Hash)
        {
            throw new RefusedException(new Error(Signatures.ContentChanged), equivalence);
        }

        equivalence.ProposeWithdrawal(command.VersionId, command.Reason, effect, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
