using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Stores a file of a certification held at once.</summary>
public sealed record UploadHeldFile(Guid Id, SentFile File) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class UploadHeldFileHandler(IPortalDb db, EvidenceUpload upload, ICurrentActor current, TimeProvider clock) : ICommandHandler<UploadHeldFile, Result>
{
    public async ValueTask<Result> Handle(UploadHeldFile command, CancellationToken ct)
    {
        var held = await db.HeldAsync(command.Id, current.Actor, ct);
        var isUsed = await db.IsHeldInUseAsync(held.Id, ct);
        held.RequireFree(isUsed, current.Actor);
        var kept = await upload.KeepAsync(command.File, ct);
        held.AddFile(kept.FileName, kept.Kind, kept.Stored, isUsed, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
