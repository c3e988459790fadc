using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Ends a case whose decision was withdrawn or has expired. Nobody is refused by it.</summary>
public sealed record CloseCase(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase, Permission.DecideCaseReview).WithFreshProof();
}

internal sealed class CloseCaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<CloseCase, Result>
{
    public async ValueTask<Result> Handle(CloseCase command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.Close(await db.BasisAsync(found, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
