using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>One government's key on the outcome of a review: the decision holds on as it is. The second key completes the review.</summary>
public sealed record KeepReviewed(Guid Id, Guid VersionId, string Reason, string SeenHash) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class KeepReviewedValidator : AbstractValidator<KeepReviewed>
{
    public KeepReviewedValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class KeepReviewedHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<KeepReviewed, Result>
{
    public async ValueTask<Result> Handle(KeepReviewed command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        var version = await db.EquivalenceVersions.GetAsync(command.VersionId, ct);
        equivalence.KeepReviewed(version, command.SeenHash, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
