using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>No answer came in time: a second person looks at what that means.</summary>
public sealed record CloseVerification(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase);
}

internal sealed class CloseVerificationHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<CloseVerification, Result>
{
    public async ValueTask<Result> Handle(CloseVerification command, CancellationToken ct)
    {
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.CloseVerification(current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
