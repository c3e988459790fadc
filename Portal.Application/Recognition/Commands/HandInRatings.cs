using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>A reviewer's scores stand from now on.</summary>
/// <param name="Scores">What the reviewer's page showed last, 0 to 4 by statement; kept first.</param>
public sealed record HandInRatings(Guid Id, IReadOnlyDictionary<string, int> Scores) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReviewEquivalence);
}

internal sealed class HandInRatingsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<HandInRatings, Result>
{
    public async ValueTask<Result> Handle(HandInRatings command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        var requirements = await db.PinnedRequirementsAsync(version, ct);
        version.Rate(command.Scores, requirements, current.Actor);
        version.HandIn(requirements, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
