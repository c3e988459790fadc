using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>A stored file to take away. The candidate gets all own files; staff get what was sent, and their reading is recorded (S-44).</summary>
public sealed record DocumentFile(Guid Id, Guid DocumentId) : IQuery<DocumentFile.Content>, IPortalMessage
{
    public static Access Access => Access.ByCase;

    /// <param name="Bytes">To be disposed by the reader.</param>
    public sealed record Content(string FileName, FileKind Kind, Stream Bytes);
}

internal sealed class DocumentFileHandler(IPortalDb db, IFileStore files, IAuditLog audit, ICurrentActor current) : IQueryHandler<DocumentFile, DocumentFile.Content>
{
    public async ValueTask<DocumentFile.Content> Handle(DocumentFile query, CancellationToken ct)
    {
        var application = await db.FellowshipApplications.AsNoTracking().Include(a => a.Documents).Include(a => a.Submissions)
            .Where(FellowshipApplication.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        var document = application.Documents.FirstOrDefault(d => d.Id == query.DocumentId && MayRead(application, d)) ?? throw new NotFoundException();
        var content = await files.OpenAsync(document.StoredName, document.Sha256, ct);
        if (application.ApplicantId != current.Actor.UserId)
        {
            await audit.ViewedAsync(application, ct);
        }

        return new DocumentFile.Content(document.FileName, document.Kind, content);
    }

    private bool MayRead(FellowshipApplication application, ApplicationDocument document) =>
        application.ApplicantId == current.Actor.UserId || application.Submissions.Any(s => s.At >= document.StoredAt);
}
