using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The issued PDF, byte by byte as it was issued: for its holder, and for the desks that see the case.</summary>
public sealed record StatementFile(Guid Id, string Language) : IQuery<StatementFile.Content>, IPortalMessage
{
    public static Access Access => Access.ByCase;

    /// <param name="Bytes">To be disposed by the reader.</param>
    public sealed record Content(string FileName, Stream Bytes);
}

internal sealed class StatementFileHandler(IPortalDb db, IFileStore files, IAuditLog audit, ICurrentActor current) : IQueryHandler<StatementFile, StatementFile.Content>
{
    public async ValueTask<StatementFile.Content> Handle(StatementFile query, CancellationToken ct)
    {
        var statement = await db.RecognitionStatements.AsNoTracking().GetAsync(query.Id, ct);
        if (!await db.RecognitionCases.Where(RecognitionCase.VisibleTo(current.Actor)).AnyAsync(c => c.Id == statement.CaseId, ct))
        {
            throw new NotFoundException();
        }

        var pdf = statement.Pdfs.FirstOrDefault(p => p.Language == query.Language) ?? throw new NotFoundException();
        if (statement.HolderId != current.Actor.UserId)
        {
            await audit.ViewedAsync(statement, ct);
        }

        return new($"{statement.Number}-{pdf.Language}.pdf", await files.OpenAsync(pdf.StoredName, pdf.Sha256, ct));
    }
}
