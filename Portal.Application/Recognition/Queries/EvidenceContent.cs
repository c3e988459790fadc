using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>
/// A stored file of a holder to take away, of the list or of a case. Staff get the files of the cases they may see, and their reading is
/// recorded (S-44).
/// </summary>
/// <param name="CaseId">The case in which the file is read; null for the holder's own list.</param>
public sealed record EvidenceContent(Guid? CaseId, Guid FileId) : IQuery<EvidenceContent.Content>, IPortalMessage
{
    public static Access Access => Access.ByCase;

    /// <param name="Bytes">To be disposed by the reader.</param>
    public sealed record Content(string FileName, FileKind Kind, Stream Bytes);
}

internal sealed class EvidenceContentHandler(IPortalDb db, IFileStore files, IAuditLog audit, ICurrentActor current) : IQueryHandler<EvidenceContent, EvidenceContent.Content>
{
    public async ValueTask<EvidenceContent.Content> Handle(EvidenceContent query, CancellationToken ct)
    {
        var file = query.CaseId is { } id ? await OfCaseAsync(id, query.FileId, ct) : await OfListAsync(query.FileId, ct);
        return new(file.FileName, file.Kind, await files.OpenAsync(file.StoredName, file.Sha256, ct));
    }

    private async Task<EvidenceFile> OfListAsync(Guid fileId, CancellationToken ct)
    {
        var me = current.Actor.UserId;
        var held = await db.HeldCertifications.AsNoTracking().FirstOrDefaultAsync(h => h.HolderId == me && h.Files.Any(f => f.Id == fileId), ct);
        return held?.Files.Single(f => f.Id == fileId) ?? throw new NotFoundException();
    }

    private async Task<EvidenceFile> OfCaseAsync(Guid caseId, Guid fileId, CancellationToken ct)
    {
        var found = await db.RecognitionCases.AsNoTracking().Where(RecognitionCase.VisibleTo(current.Actor)).GetAsync(caseId, ct);
        var claimed = found.Certifications.Select(c => c.HeldId).ToList();
        var held = await db.HeldCertifications.AsNoTracking().Where(h => claimed.Contains(h.Id)).ToListAsync(ct);
        var file = found.Files.Concat(held.SelectMany(found.SentOf)).FirstOrDefault(f => f.Id == fileId) ?? throw new NotFoundException();
        if (found.HolderId != current.Actor.UserId)
        {
            await audit.ViewedAsync(found, ct);
        }

        return file;
    }
}
