using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Goes on without an answer once its time is over.</summary>
public sealed record ResumeCase(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase);
}

internal sealed class ResumeCaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ResumeCase, Result>
{
    public async ValueTask<Result> Handle(ResumeCase command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.Resume(await db.CaseCalendarAsync(found.HostGovernment, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
