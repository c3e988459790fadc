using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The government that suspended lets the version hold again.</summary>
public sealed record LiftSuspension(Guid Id, Guid VersionId, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class LiftSuspensionValidator : AbstractValidator<LiftSuspension>
{
    public LiftSuspensionValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class LiftSuspensionHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<LiftSuspension, Result>
{
    public async ValueTask<Result> Handle(LiftSuspension command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        equivalence.Lift(command.VersionId, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
