using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>One government stops a version's effect at once, until 17:00 of a day in its own zone.</summary>
public sealed record SuspendEquivalence(Guid Id, Guid VersionId, DateOnly? Until, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class SuspendEquivalenceValidator : AbstractValidator<SuspendEquivalence>
{
    public SuspendEquivalenceValidator()
    {
        RuleFor(x => x.Until).NotNull().WithErrorCode("Recognition.Suspend.UntilMissing");
        RuleFor(x => x.Reason).Reason();
    }
}

internal sealed class SuspendEquivalenceHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<SuspendEquivalence, Result>
{
    public async ValueTask<Result> Handle(SuspendEquivalence command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        var until = ClosingTime.On(command.Until ?? default, PortalZones.OfficialFor(current.Actor.Agency!.Value)).Instant;
        equivalence.Suspend(command.VersionId, until, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
