using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>One person's seat in one blind round.</summary>
public sealed class Reviewer
{
    private Reviewer() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid VersionId { get; private init; }
    public int Round { get; private init; }
    public Guid PersonId { get; private init; }
    public Government Government { get; private init; }
    public bool HasConflict { get; private init; }
    public DateTimeOffset DeclaredAt { get; private init; }
    public DateTimeOffset? HandedInAt { get; private set; }

    internal static Reviewer Of(Guid versionId, int round, bool hasConflict, Actor actor, DateTimeOffset now) => new()
    {
        VersionId = versionId, Round = round, PersonId = actor.UserId, Government = actor.Agency!.Value, HasConflict = hasConflict, DeclaredAt = now,
    };

    internal void HandIn(DateTimeOffset now) => HandedInAt = now;
}

/// <summary>How far one reviewer holds one required statement to be covered by the source: 0 none … 4 fully, at the level required.</summary>
public sealed class Rating
{
    private Rating() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid VersionId { get; private init; }
    public int Round { get; private init; }
    public Guid ReviewerId { get; private init; }
    public Government Government { get; private init; }
    public string Statement { get; private init; } = "";
    public int Score { get; private init; }

    internal static Rating Of(Guid versionId, int round, string statement, int score, Actor actor) => new()
    {
        VersionId = versionId, Round = round, ReviewerId = actor.UserId, Government = actor.Agency!.Value, Statement = statement, Score = score,
    };
}

/// <summary>A third person's word on a row that the reviewers disputed.</summary>
public sealed record Adjudication(string Statement, decimal Confidence, string Reason, Guid AdjudicatorId);

/// <summary>The reviewers' agreement as it is kept and shown; <see cref="ReviewAgreement"/> says what the figures mean.</summary>
/// <param name="Round">Of this review: 1, and 2 after a first one with too little agreement.</param>
/// <param name="ToAdjudicate">Statements in the order in which they are taken up.</param>
public sealed record AgreementSummary(
    int Round, string RulesVersion, double? Alpha, IReadOnlyDictionary<Government, double?> AlphaBySide, double? Low, double? High, double? Kappa, double? RawAgreement,
    int Units, int Ratings, bool HasPrevalenceWarning, AgreementGate Gate, IReadOnlyList<string> ToAdjudicate)
{
    internal static AgreementSummary Of(ReviewAgreement a, int round) => new(
        round, a.RulesVersion, a.Alpha, a.AlphaBySide, a.Interval?.Low, a.Interval?.High, a.Kappa, a.RawAgreement,
        a.Units, a.Ratings, a.HasPrevalenceWarning, a.Gate, [.. a.ToAdjudicate.Select(r => r.Row)]);
}
