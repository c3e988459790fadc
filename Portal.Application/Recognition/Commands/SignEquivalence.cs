using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Turns one government's key on the text whose hash was shown. The second key puts it on the calendar.</summary>
public sealed record SignEquivalence(Guid Id, string SeenHash) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class SignEquivalenceHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<SignEquivalence, Result>
{
    public async ValueTask<Result> Handle(SignEquivalence command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        var equivalence = await db.EquivalenceAsync(version.EquivalenceId, ct);
        if (version.Sign(equivalence, command.SeenHash, current.Actor, clock.GetUtcNow()) && await db.LaterFrameworkAsync(version.Report!, null, ct) is { AppearedAt: { } since })
        {
            version.FollowFramework(since);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
