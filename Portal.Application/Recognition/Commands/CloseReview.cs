using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Ends the blind round; how far the reviewers agree says whether it goes on to the decision.</summary>
public sealed record CloseReview(Guid Id) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class CloseReviewHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<CloseReview, Result>
{
    public async ValueTask<Result> Handle(CloseReview command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        var requirements = await db.PinnedRequirementsAsync(version, ct);
        version.CloseReview(requirements, AgreementRules.Proposed2026, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
