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
    /// <param name="Review">What is to be said about the review of the decision under it, while that matters to it.</param>
    public sealed record Found(string Number, StatementState State, string Name, StatementContent Content, DateTimeOffset IssuedAt, bool IsDemonstration, bool? IsIssued, ReviewNotice? Review);
}

internal sealed class CheckStatementHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<CheckStatement, CheckStatement.Found?>
{
    public async ValueTask<CheckStatement.Found?> Handle(CheckStatement query, CancellationToken ct)
    {
        var number = StatementNumber.Read(query.Number);
        var statement = number is null ? null : await db.RecognitionStatements.AsNoTracking().FirstOrDefaultAsync(s => s.Number == number, ct);
        if (statement is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var state = await db.StateOfAsync(statement, now, ct);
        return new(
            statement.Number, state, statement.NameForOthers, statement.Says, statement.IssuedAt, statement.IsDemonstration, query.Sha256 is { } hash ? statement.IsIssued(hash) : null,
            state is StatementState.Valid or StatementState.Suspended ? await ReviewAsync(statement, state, now, ct) : null);
    }

    private async Task<ReviewNotice?> ReviewAsync(RecognitionStatement statement, StatementState state, DateTimeOffset now, CancellationToken ct)
    {
        var id = statement.EquivalenceVersionId;
        if (state == StatementState.Suspended)
        {
            return (await db.PeriodsAsync([id], ct)).IsStopped(id, now) ? ReviewNotice.Stopped : null;
        }

        var found = await db.EquivalenceVersions.Where(v => v.Id == id).Join(db.Equivalences, v => v.EquivalenceId, e => e.Id, (v, e) => new { v.ReviewDueOn, e.ReviewCalls, e.Reviews }).SingleOrDefaultAsync(ct);
        return found is null ? null : ReviewNotices.Of(id, found.ReviewDueOn, found.ReviewCalls, found.Reviews, now);
    }
}
