using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Takes a file out of the next submission.</summary>
public sealed record RemoveDocument(Guid Id, Guid DocumentId) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

internal sealed class RemoveDocumentHandler(
    IPortalDb db, ICurrentActor current, ICurrentOperation operation, TimeProvider clock, FellowshipSettings settings) : ICommandHandler<RemoveDocument, Result>
{
    public async ValueTask<Result> Handle(RemoveDocument command, CancellationToken ct)
    {
        var (application, call) = await db.OwnFellowshipCaseAsync(command.Id, current.Actor, ct);
        var now = clock.GetUtcNow();
        application.RemoveDocument(command.DocumentId, application.IsOnTime(call, operation.BegunAt, now, settings.Grace), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
