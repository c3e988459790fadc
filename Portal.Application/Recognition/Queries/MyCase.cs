using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One's own request: where it stands, whose move it is, what was decided and why.</summary>
public sealed record MyCase(Guid Id) : IQuery<MyCase.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);

    /// <param name="Name">As it is to stand on the statement; the account's before the case is sent.</param>
    /// <param name="Renewed">What could be brought in now.</param>
    public sealed record Page(
        Guid Id, long Token, string Number, string Name, RecognitionCaseStatus Status, CaseMove Mover, CaseSubject Subject, IReadOnlyList<ClaimedPaper> Papers,
        Deadline? NextBy, Deadline? DecisionBy, bool IsClockStopped, Deadline? ReviewBy, IReadOnlyList<InformationRequest> Requests, CaseDecision? Decision,
        IReadOnlyList<CaseMeasure> Measures, bool IsMeasureLost, DecisionReview? Review, IReadOnlyList<HeldDetails.FileLine> Files, bool TakesFiles,
        IReadOnlyList<RecognitionCaseStep> Steps, IReadOnlyList<Happened> Events, StatementLine? Statement, BasisPhase Basis, IReadOnlyList<RenewedPaper> Renewed);

    /// <summary>A paper on the holder's list that can take the place of an older one.</summary>
    public sealed record RenewedPaper(string Certification, string Number, DateOnly? ExpiresOn);

    /// <param name="What">Name of the operation; what became of it where there is a choice.</param>
    /// <param name="By">Null for the holder.</param>
    public sealed record Happened(string What, DateTimeOffset At, Government? By);
}

internal sealed class MyCaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<MyCase, MyCase.Page>
{
    private const int Most = 200;

    private static readonly HashSet<string> s_told =
    [
        nameof(SubmitCase), nameof(RenewCertificate), nameof(ConfirmFile), nameof(AskInformation), nameof(AnswerInformation), nameof(ResumeCase), nameof(AskVerification), nameof(AnswerVerification),
        nameof(CloseVerification), nameof(GiveSecondOpinion), nameof(GrantRecognition), nameof(DeclineRecognition), nameof(ChooseMeasure), nameof(FulfilMeasure),
        nameof(FailMeasure), nameof(AskDecisionReview), nameof(DecideCaseReview), nameof(WithdrawCase), nameof(CloseCase),
    ];

    public async ValueTask<MyCase.Page> Handle(MyCase query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var own = await db.RecognitionCases.AsNoTracking().Where(c => c.HolderId == current.Actor.UserId).GetAsync(query.Id, ct);
        var name = own.HolderName.Length > 0 ? own.HolderName : await db.People.Where(p => p.Id == own.HolderId).Select(p => p.DisplayName).FirstAsync(ct);
        var (basis, steps) = (await db.BasisAsync(own, now, ct), own.StepsFor(current.Actor, now).ToList());
        return new(
            own.Id, own.Version, own.Number, name, own.Status, own.MoverAt(basis, now), await db.SubjectAsync(own, ct), await db.PapersAsync(own, ct),
            own.NextBy, own.DecisionBy, own.IsClockStopped, own.ReviewBy, own.Requests, own.Decision, own.Measures, own.IsMeasureLost, own.Review, HeldDetails.FileLine.Of(own.Files),
            own.TakesFiles(current.Actor, now), steps, await EventsAsync(own, ct), await db.StatementAsync(own, now, ct),
            basis, steps.Contains(RecognitionCaseStep.Renew) ? [.. own.RenewalsAmong(await db.HeldOfCaseAsync(own, ct)).Select(h => new MyCase.RenewedPaper(h.Certification, h.CertificateNumber, h.ExpiresOn))] : []);
    }

    /// <summary>Steps from the history, said by operation and side: which person acted stays inside, and so do checks before the decision.</summary>
    private async Task<IReadOnlyList<MyCase.Happened>> EventsAsync(RecognitionCase own, CancellationToken ct)
    {
        var steps = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == own.Id && e.Refusal == null).OrderBy(e => e.Sequence).Take(Most)
            .Select(e => new { e.Operation, e.ToStatus, e.At, e.ActorGovernment }).ToListAsync(ct);
        return [.. steps.Where(s => s_told.Contains(s.Operation)).Select(s => new MyCase.Happened(Said(s.Operation, s.ToStatus), s.At, s.ActorGovernment))];
    }

    private static string Said(string operation, string? to) => (operation, to) switch
    {
        (nameof(GrantRecognition), nameof(RecognitionCaseStatus.AwaitingMeasure)) => "Conditional",
        (nameof(DecideCaseReview), nameof(RecognitionCaseStatus.Declined)) => "Upheld",
        _ => operation,
    };
}
