using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Reporting;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One case on one page, as the case desks of both governments see it. Opening it is recorded.</summary>
public sealed record RecognitionCaseOnDesk(Guid Id) : IQuery<RecognitionCaseOnDesk.Case>, IPortalMessage
{
    public const int ShownHistory = 10;

    public static Access Access => Access.Holding(Permission.ReadRecognitionCases);

    /// <param name="TookPart">The reader acted on it, and so neither gives the second opinion nor decides a review.</param>
    /// <param name="People">Names of the officials by their ids.</param>
    public sealed record Case(
        Guid Id, long Token, string Number, string Name, RecognitionCaseStatus Status, CaseMove Mover, Government Mine, CaseSubject Subject, IReadOnlyList<ClaimedPaper> Papers,
        DateTimeOffset SubmittedAt, Deadline? NextBy, Deadline? DecisionBy, bool IsClockStopped, IReadOnlyList<CaseCheck> Checks, IReadOnlyList<InformationRequest> Requests,
        VerificationRequest? Verification, SecondOpinion? Opinion, CaseDecision? Decision, IReadOnlyList<CaseMeasure> Measures, bool IsMeasureLost, Deadline? ReviewBy, DecisionReview? Review,
        IReadOnlyList<FailureReason> Grounds, IReadOnlyList<HeldDetails.FileLine> Files, IReadOnlyList<RecognitionCaseStep> Steps, bool TookPart,
        IReadOnlyDictionary<Guid, string> People, StatementLine? Statement, IReadOnlyList<HistoryLine> History, BasisPhase Basis, DateTimeOffset? RenewedAt);
}

internal sealed class RecognitionCaseOnDeskHandler(IPortalDb db, ICurrentActor current, IAuditLog audit, TimeProvider clock) : IQueryHandler<RecognitionCaseOnDesk, RecognitionCaseOnDesk.Case>
{
    public async ValueTask<RecognitionCaseOnDesk.Case> Handle(RecognitionCaseOnDesk query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.RecognitionCases.AsNoTracking().Where(RecognitionCase.VisibleTo(current.Actor)).Where(c => c.HolderId != current.Actor.UserId).GetAsync(query.Id, ct);
        var (history, basis) = (await HistoryAsync(found.Id, ct), await db.BasisAsync(found, now, ct));
        await audit.ViewedAsync(found, ct);
        return new(
            found.Id, found.Version, found.Number, found.HolderName, found.Status, found.MoverAt(basis, now), current.Actor.Agency!.Value, await db.SubjectAsync(found, ct), await db.PapersAsync(found, ct),
            found.SubmittedAt!.Value, found.NextBy, found.DecisionBy, found.IsClockStopped, found.Checks, found.Requests,
            found.Verification, found.Opinion, found.Decision, found.Measures, found.IsMeasureLost, found.ReviewBy, found.Review,
            found.GroundsAt(now), HeldDetails.FileLine.Of(found.Files), [.. found.StepsFor(current.Actor, now, basis)], found.Participants.Contains(current.Actor.UserId),
            await PeopleAsync(found, ct), await db.StatementAsync(found, now, ct), history, basis, found.RenewedAt);
    }

    private async Task<IReadOnlyDictionary<Guid, string>> PeopleAsync(RecognitionCase found, CancellationToken ct)
    {
        var ids = found.Participants.Append(found.Review?.DecidedBy ?? Guid.Empty).Distinct().ToList();
        return await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(Guid id, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == id).OrderByDescending(e => e.Sequence).Take(RecognitionCaseOnDesk.ShownHistory).ToListAsync(ct);
        return await db.HistoryLinesAsync(current.Actor, entries, ct);
    }
}
