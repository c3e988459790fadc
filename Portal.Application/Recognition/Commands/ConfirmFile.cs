using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The file is complete: the months to the decision begin.</summary>
public sealed record ConfirmFile(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase);
}

internal sealed class ConfirmFileHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ConfirmFile, Result>
{
    public async ValueTask<Result> Handle(ConfirmFile command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.ConfirmFile(await db.CaseCalendarAsync(found.HostGovernment, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
