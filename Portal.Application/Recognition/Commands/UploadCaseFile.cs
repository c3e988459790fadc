using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Stores a file for an answer, or new evidence for a review.</summary>
public sealed record UploadCaseFile(Guid Id, SentFile File) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class UploadCaseFileHandler(IPortalDb db, EvidenceUpload upload, ICurrentActor current, TimeProvider clock) : ICommandHandler<UploadCaseFile, Result>
{
    public async ValueTask<Result> Handle(UploadCaseFile command, CancellationToken ct)
    {
        var (own, now) = (await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct), clock.GetUtcNow());
        if (!own.TakesFiles(current.Actor, now))
        {
            throw new RefusedException("Cases.NotNow");
        }

        var kept = await upload.KeepAsync(command.File, ct);
        own.AddFile(kept.FileName, kept.Kind, kept.Stored, current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
