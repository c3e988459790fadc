using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Takes a file of a certification held away.</summary>
public sealed record RemoveHeldFile(Guid Id, Guid FileId) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class RemoveHeldFileHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RemoveHeldFile, Result>
{
    public async ValueTask<Result> Handle(RemoveHeldFile command, CancellationToken ct)
    {
        var held = await db.HeldAsync(command.Id, current.Actor, ct);
        held.RemoveFile(command.FileId, await db.IsHeldInUseAsync(held.Id, ct), current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
