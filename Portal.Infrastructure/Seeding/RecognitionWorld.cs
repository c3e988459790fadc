using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>The made-up half of recognition: what some certifications prove, what some targets require, and how far some pairs have come. All of it says DEMO.</summary>
/// <param name="Decisions">Words of a decision by its type.</param>
/// <param name="NoEffect">In place of the effect of a refusal.</param>
/// <param name="Held">What candidates of the world say to hold.</param>
/// <param name="Cases">What some of them have asked for under a pair in force.</param>
internal sealed record RecognitionWorld(
    IReadOnlyList<WorldEvidence> Evidence, IReadOnlyList<WorldRequirements> Requirements, IReadOnlyList<WorldPair> Pairs,
    IReadOnlyDictionary<DecisionType, WorldDecision> Decisions, BilingualText Difference, BilingualText Test, BilingualText Period, BilingualText Effect, BilingualText NoEffect,
    BilingualText Settled, BilingualText Suspended, BilingualText Withdrawn, BilingualText Dropped,
    IReadOnlyList<WorldHeld> Held, IReadOnlyList<WorldCase> Cases, WorldCaseWords CaseWords);

internal sealed record WorldEvidence(string Certification, string Label, DateOnly EffectiveOn, string Source, IReadOnlyList<WorldClaim> Claims);

internal sealed record WorldClaim(string Statement, int Level, AssessmentStrength Strength, decimal Confidence);

/// <param name="Target">A certification, or a work role by its code.</param>
internal sealed record WorldRequirements(string Target, IReadOnlyList<RequirementRow> Rows);

internal sealed record WorldDecision(BilingualText Statement, BilingualText Rationale);

/// <summary>How far a pair has come.</summary>
internal enum WorldPairStage { Dropped, Evidence, Review, Adjudication, Drafted, OneKey, Scheduled, InForce, Suspended, Withdrawn }

/// <summary>One pair. Days count from the day of seeding.</summary>
/// <param name="Begins">First day of validity.</param>
/// <param name="Days">Length of the validity.</param>
/// <param name="Decision">Null for what the figures suggest.</param>
/// <param name="Next">A version that replaces the first one.</param>
internal sealed record WorldPair(string Source, string Target, string Role, int Begins, int Days, WorldPairStage Stage, DecisionType? Decision, WorldNextVersion? Next);

internal sealed record WorldNextVersion(int Begins, int Days);

/// <summary>A certification on a candidate's list. Days count from the day of seeding.</summary>
/// <param name="Expires">Last day of validity; null for one without end.</param>
internal sealed record WorldHeld(string Holder, string Certification, string Number, int Issued, int? Expires, bool HasPaper);

/// <summary>How far a holder's case has come.</summary>
internal enum WorldCaseStage { Submitted, Completed, Asked, Declined, Verification, Chosen, Granted }

/// <summary>One case under the version of a pair that was in force when it was sent.</summary>
/// <param name="Sent">Day counted from the day of seeding.</param>
/// <param name="Failure">What was found on the way, if anything.</param>
internal sealed record WorldCase(string Holder, string Source, string Target, int Sent, WorldCaseStage Stage, FailureReason? Failure);

/// <param name="Authorities">Who is asked on the side of the source.</param>
internal sealed record WorldCaseWords(
    BilingualText Found, BilingualText Question, IReadOnlyDictionary<Government, BilingualText> Authorities, BilingualText Inquiry, BilingualText Standing, BilingualText Granted, BilingualText Declined, BilingualText Remedy);
