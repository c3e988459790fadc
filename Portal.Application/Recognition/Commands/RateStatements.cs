using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Keeps some of a reviewer's scores, 0 to 4 by statement.</summary>
public sealed record RateStatements(Guid Id, IReadOnlyDictionary<string, int> Scores) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReviewEquivalence);
}

internal sealed class RateStatementsHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RateStatements, Result>
{
    public async ValueTask<Result> Handle(RateStatements command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        var requirements = await db.PinnedRequirementsAsync(version, ct);
        version.Rate(command.Scores, requirements, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
