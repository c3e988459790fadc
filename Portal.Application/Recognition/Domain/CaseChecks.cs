using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What is checked, in this order. The standing with the source authority comes out of the verification; before it, it is checked where there is cause.</summary>
public enum CaseSection { Identity, Certificate, Currency, Standing }

/// <summary>What follows from a check that fails.</summary>
public enum FailureKind
{
    /// <summary>Reason enough to decline.</summary>
    Declinable,
    /// <summary>The holder is asked first; reason enough once that has been done.</summary>
    Clarifiable,
    /// <summary>Declined, and the holder may not ask under this equivalence again.</summary>
    NoReapplication,
}

/// <summary>Coded reasons, so that refusals can be counted and compared (the model is article III.5 of the Lisbon Recognition Convention: a refusal states its reasons).</summary>
public enum FailureReason
{
    NameDiffers, IdentityUnproved, CertificateOfAnother,
    DocumentUnreadable, OtherCertification, CertificateForged,
    DatesDiffer, NotInDate,
    StandingUnclear, StandingSuspended, StruckOff,
    MeasureFailed,
    MeasureLapsed,
}

public static class FailureReasons
{
    private static readonly Dictionary<FailureReason, (CaseSection? Section, FailureKind Kind)> s_table = new()
    {
        [FailureReason.NameDiffers] = (CaseSection.Identity, FailureKind.Clarifiable),
        [FailureReason.IdentityUnproved] = (CaseSection.Identity, FailureKind.Declinable),
        [FailureReason.CertificateOfAnother] = (CaseSection.Identity, FailureKind.NoReapplication),
        [FailureReason.DocumentUnreadable] = (CaseSection.Certificate, FailureKind.Clarifiable),
        [FailureReason.OtherCertification] = (CaseSection.Certificate, FailureKind.Declinable),
        [FailureReason.CertificateForged] = (CaseSection.Certificate, FailureKind.NoReapplication),
        [FailureReason.DatesDiffer] = (CaseSection.Currency, FailureKind.Clarifiable),
        [FailureReason.NotInDate] = (CaseSection.Currency, FailureKind.Declinable),
        [FailureReason.StandingUnclear] = (CaseSection.Standing, FailureKind.Clarifiable),
        [FailureReason.StandingSuspended] = (CaseSection.Standing, FailureKind.Declinable),
        [FailureReason.StruckOff] = (CaseSection.Standing, FailureKind.NoReapplication),
        [FailureReason.MeasureFailed] = (null, FailureKind.Declinable),
        [FailureReason.MeasureLapsed] = (null, FailureKind.Declinable),
    };

    /// <summary>Null for what no check finds.</summary>
    public static CaseSection? Section(this FailureReason reason) => s_table[reason].Section;

    public static FailureKind Kind(this FailureReason reason) => s_table[reason].Kind;

    public static IEnumerable<FailureReason> Of(CaseSection section) => s_table.Where(r => r.Value.Section == section).Select(r => r.Key);
}

/// <summary>The present word on one section. A later check replaces it.</summary>
/// <param name="Failure">Null when it passed.</param>
public sealed record CaseCheck(CaseSection Section, FailureReason? Failure, string Note, Guid OfficerId, DateTimeOffset At);

/// <summary>The one question to the holder, and what came back. The clock stands from the asking to the answer, or to its due time at the latest.</summary>
/// <param name="IsAgain">A second request, which only a reviewer may make.</param>
/// <param name="EndedAt">Answered, or gone on without an answer; null while it runs.</param>
public sealed record InformationRequest(string Question, bool IsAgain, DateTimeOffset AskedAt, Deadline DueBy, string? Answer = null, DateTimeOffset? EndedAt = null)
{
    public TimeSpan StoppedFor => (EndedAt is { } end && end < DueBy.Instant ? end : DueBy.Instant) - AskedAt;
}

public enum VerificationChannel { OnlineRegister, Letter, Mail, LetterOfGoodStanding }

public enum VerificationAnswer { Confirmed, Adverse, NoAnswer }

/// <summary>The source authority was asked: who, how, until when, and what it said.</summary>
public sealed record VerificationRequest(
    string Authority, VerificationChannel Channel, string Question, DateTimeOffset AskedAt, Deadline DueBy,
    VerificationAnswer? Answer = null, string? Note = null, DateTimeOffset? AnsweredAt = null);

/// <summary>What a second person found about an answer that was adverse or did not come.</summary>
/// <param name="Failure">What stands against recognition, so that the case can only be declined; null when nothing does.</param>
public sealed record SecondOpinion(FailureReason? Failure, string Reason, Guid ReviewerId, DateTimeOffset At);
