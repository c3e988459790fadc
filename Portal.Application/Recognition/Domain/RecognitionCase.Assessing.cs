using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>Completeness, checks, the question to the holder and the one to the source authority.</summary>
public sealed partial class RecognitionCase
{
    /// <summary>The file is complete: the months to the decision begin.</summary>
    public void ConfirmFile(CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        Move(Step.ConfirmFile, actor);
        TakesPart(actor);
        (CompleteAt, DecisionBy) = (now, calendar.DecisionBy(now, TimeSpan.Zero));
        Due(DecisionBy);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.FileComplete));
    }

    /// <param name="failure">Null when the section passes.</param>
    public void Record(CaseSection section, FailureReason? failure, string note, Actor actor, DateTimeOffset now)
    {
        Row(Step.RecordCheck, actor);
        if (failure is { } reason && reason.Section() != section)
        {
            throw new RefusedException(new Error("Cases.Check.OtherSection", "Failure"));
        }

        TakesPart(actor);
        Checks = [.. Checks.Where(c => c.Section != section).Append(new CaseCheck(section, failure, CleanText.Prose(note).Trim(), actor.UserId, now)).OrderBy(c => c.Section)];
    }

    /// <summary>Asks the holder, once by rule. A second time only a reviewer may ask. While the holder has the word the clock stands.</summary>
    public void Ask(string question, CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var isAgain = Requests.Count > 0;
        if (Requests.Count > 1 || (isAgain && !actor.Has(Permission.ReviewRecognitionCase)))
        {
            throw Refusal(Requests.Count > 1 ? "Cases.Ask.Twice" : "Cases.Ask.Once");
        }

        Move(isAgain || !actor.Has(Permission.AssessRecognitionCase) ? Step.AskAgain : Step.AskInformation, actor);
        TakesPart(actor);
        Requests = [.. Requests, new InformationRequest(CleanText.Prose(question).Trim(), isAgain, now, calendar.InformationBy(now))];
        Due(OpenRequest!.DueBy);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.InformationAsked));
    }

    /// <exception cref="RefusedException">The time is over: exactly at the due instant is late.</exception>
    public void Answer(string answer, CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.AnswerInformation, actor);
        if (OpenRequest!.DueBy.IsPast(now))
        {
            throw Refusal("Cases.Answer.TimeOver");
        }

        GoOn(row.To, OpenRequest with { Answer = CleanText.Prose(answer).Trim(), EndedAt = now }, calendar, now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.InformationAnswered));
    }

    /// <summary>Goes on without an answer once its time is over.</summary>
    public void Resume(CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Resume, actor);
        if (!OpenRequest!.DueBy.IsPast(now))
        {
            throw Refusal("Cases.Resume.TooEarly");
        }

        TakesPart(actor);
        GoOn(row.To, OpenRequest with { EndedAt = now }, calendar, now);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Resumed));
    }

    /// <summary>Asks the source authority through its government.</summary>
    /// <exception cref="RefusedException">A section is not checked yet, or did not pass.</exception>
    public void AskVerification(string authority, VerificationChannel channel, string question, CaseCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.AskVerification, actor);
        if (Unchecked.Any() || Checks.Any(c => c.Failure is not null))
        {
            throw Refusal("Cases.Verify.ChecksFirst");
        }

        Status = row.To;
        TakesPart(actor);
        Verification = new VerificationRequest(CleanText.Line(authority), channel, CleanText.Prose(question).Trim(), now, calendar.VerificationBy(now));
        Due(Verification.DueBy);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Verifying));
    }

    /// <summary>The source side's answer. An adverse one is looked at by a second person before anything is decided.</summary>
    public void AnswerVerification(bool isConfirmed, string note, Actor actor, DateTimeOffset now)
    {
        Move(isConfirmed ? Step.ConfirmStanding : Step.ReportAdverse, actor);
        TakesPart(actor);
        Verification = Verification! with { Answer = isConfirmed ? VerificationAnswer.Confirmed : VerificationAnswer.Adverse, Note = CleanText.Prose(note).Trim(), AnsweredAt = now };
        Due(DecisionBy);
        Raise(new RecognitionCaseMoved(Id, isConfirmed ? CaseTurn.Confirmed : CaseTurn.SecondReview));
    }

    /// <summary>No answer came in time: what that means is for a second person.</summary>
    public void CloseVerification(Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.CloseVerification, actor);
        if (!Verification!.DueBy.IsPast(now))
        {
            throw Refusal("Cases.Verify.TooEarly");
        }

        Status = row.To;
        TakesPart(actor);
        Verification = Verification with { Answer = VerificationAnswer.NoAnswer, AnsweredAt = now };
        Due(DecisionBy);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.SecondReview));
    }

    /// <exception cref="RefusedException">The reviewer took part before.</exception>
    public void GiveOpinion(FailureReason? failure, string reason, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.GiveSecondOpinion, actor);
        RequireUninvolved(actor, "Cases.Opinion.SamePerson");
        // What could still be cleared up is no finding: it would neither bear a refusal nor stand in the way of a grant.
        if (failure is { } found && (found.Section() != CaseSection.Standing || found.Kind() == FailureKind.Clarifiable))
        {
            throw new RefusedException(new Error("Cases.Check.OtherSection", "Failure"));
        }

        (Status, Opinion) = (row.To, new SecondOpinion(failure, CleanText.Prose(reason).Trim(), actor.UserId, now));
        TakesPart(actor);
        Raise(new RecognitionCaseMoved(Id, CaseTurn.SecondOpinionGiven));
    }

    /// <summary>A file for an answer, or new evidence for a review.</summary>
    public EvidenceFile AddFile(string fileName, FileKind kind, StoredFile file, Actor actor, DateTimeOffset now)
    {
        RequireOpenFiles(actor, now);
        EvidenceFile.RequireRoom(_files);
        var added = EvidenceFile.Of(fileName, kind, file, now);
        _files.Add(added);
        Touch();
        return added;
    }

    /// <summary>Of a certification's files those with which the case was sent or renewed: once it has ended the list is the holder's again, and what comes later is nobody else's.</summary>
    public IEnumerable<EvidenceFile> SentOf(HeldCertification held) => held.Files.Where(f => SubmittedAt is null || f.StoredAt <= (RenewedAt ?? SubmittedAt));

    /// <summary>Whether the holder may add files: while a question is open, and while a review may be asked for.</summary>
    public bool TakesFiles(Actor actor, DateTimeOffset now) =>
        StepsFor(actor, now).Any(s => s is Step.AnswerInformation or Step.AskReview);

    private IEnumerable<CaseSection> Unchecked =>
        Enum.GetValues<CaseSection>().Where(s => s != CaseSection.Standing && !Checks.Any(c => c.Section == s));

    private void GoOn(Status to, InformationRequest ended, CaseCalendar calendar, DateTimeOffset now)
    {
        var hasRun = CompleteAt is not null;
        (Status, Requests) = (to, [.. Requests.SkipLast(1), ended]);
        if (hasRun)
        {
            DecisionBy = calendar.DecisionBy(CompleteAt!.Value, Requests.Where(r => r.AskedAt >= CompleteAt).Aggregate(TimeSpan.Zero, (sum, r) => sum + r.StoppedFor));
        }

        Due(hasRun ? DecisionBy : calendar.CompletenessBy(now));
    }

    private void RequireOpenFiles(Actor actor, DateTimeOffset now)
    {
        if (actor.UserId != HolderId)
        {
            throw new ForbiddenException(this);
        }

        if (!TakesFiles(actor, now))
        {
            throw new RefusedException("Cases.NotNow");
        }
    }

    private void RequireUninvolved(Actor actor, string code)
    {
        if (Participants.Contains(actor.UserId))
        {
            throw Refusal(code);
        }
    }
}
