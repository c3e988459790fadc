using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What anybody with its number may know of a statement.</summary>
/// <param name="Number">As it was typed.</param>
/// <param name="Sha256">Of a file whose issue is in question; null for none.</param>
public sealed record CheckStatement(string Number, string? Sha256 = null) : IQuery<CheckStatement.Found?>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Name">Initials unless the holder agreed to more.</param>
    /// <param name="IsIssued">Whether the file is one that was issued; null when none was asked about.</param>
    public sealed record Found(string Number, StatementState State, string Name, StatementContent Content, DateTimeOffset IssuedAt, bool IsDemonstration, bool? IsIssued);
}

internal sealed class CheckStatementHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<CheckStatement, CheckStatement.Found?>
{
    public async ValueTask<CheckStatement.Found?> Handle(CheckStatement query, CancellationToken ct)
    {
        var number = StatementNumber.Read(query.Number);
        var statement = number is null ? null : await db.RecognitionStatements.AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, ct);
        return statement is null ? null : new(
            statement.Number, await db.StateOfAsync(statement, clock.GetUtcNow(), ct), statement.NameForOthers, statement.Says, statement.IssuedAt, statement.IsDemonstration,
            query.Sha256 is { } hash ? statement.IsIssued(hash) : null);
    }
}
