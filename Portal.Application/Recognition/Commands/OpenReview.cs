using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Opens the blind review of a proposal whose figures are computed.</summary>
public sealed record OpenReview(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class OpenReviewHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<OpenReview, Result>
{
    public async ValueTask<Result> Handle(OpenReview command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        version.RequireVersion(command.Version);
        version.OpenReview(current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
