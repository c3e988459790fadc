using Portal.Application.Shared;
using Step = Portal.Application.Recognition.Domain.EquivalenceStep;

namespace Portal.Application.Recognition.Domain;

public sealed partial class EquivalenceVersion
{
    /// <summary>How many reviewers without a conflict each government gives at least.</summary>
    public const int LeastReviewers = 2;

    /// <summary>Ratings run from 0 (not covered) to 4 (fully covered at the level required).</summary>
    public const int HighestScore = 4;

    /// <summary>Opens the blind review of the requirement set that is pinned with its figures.</summary>
    public void OpenReview(Actor actor)
    {
        var row = Row(Step.OpenReview, actor);
        if (Content.RequirementSetId is null || Content.Coverage is null)
        {
            throw new RefusedException("Recognition.Review.NothingToRate");
        }

        (Status, Round) = (row.To, Round + 1);
        Raise(new EquivalenceReviewOpened(Id, Round));
    }

    /// <summary>A reviewer says whether anything ties them to the source, the target or their owners. Whoever is tied rates nothing.</summary>
    public void Declare(bool hasConflict, Actor actor, DateTimeOffset now)
    {
        RequireRater(actor);
        if (MySeat(actor) is not null)
        {
            throw new RefusedException("Recognition.Review.Declared");
        }

        _reviewers.Add(Reviewer.Of(Id, Round, hasConflict, actor, now));
        Touch();
    }

    /// <summary>Keeps a reviewer's scores; what was given before for a statement is replaced until the reviewer hands in.</summary>
    public void Rate(IReadOnlyDictionary<string, int> scores, RequirementSet requirements, Actor actor)
    {
        var seat = RequireOpenSeat(actor);
        var known = requirements.Rows.Select(r => r.Statement).ToHashSet(StringComparer.Ordinal);
        if (scores.Keys.FirstOrDefault(s => !known.Contains(s)) is { } stranger)
        {
            throw new RefusedException(Named("Recognition.Review.NoSuchRow", stranger));
        }

        if (scores.FirstOrDefault(s => s.Value is < 0 or > HighestScore) is { Key: not null } outside)
        {
            throw new RefusedException(Named("Recognition.Review.ScoreRange", outside.Key));
        }

        _ratings.RemoveAll(r => r.Round == Round && r.ReviewerId == seat.PersonId && scores.ContainsKey(r.Statement));
        _ratings.AddRange(scores.Select(s => Rating.Of(Id, Round, s.Key, s.Value, actor)));
        Touch();
    }

    /// <summary>Hands in. From now on the scores stand.</summary>
    /// <exception cref="RefusedException">A row has no score yet.</exception>
    public void HandIn(RequirementSet requirements, Actor actor, DateTimeOffset now)
    {
        var seat = RequireOpenSeat(actor);
        var given = _ratings.Where(r => r.Round == Round && r.ReviewerId == seat.PersonId).Select(r => r.Statement).ToHashSet(StringComparer.Ordinal);
        if (requirements.Rows.Count(r => !given.Contains(r.Statement)) is > 0 and var missing)
        {
            throw new RefusedException(new Error("Recognition.Review.Incomplete", null, new Dictionary<string, object?> { ["Missing"] = missing }));
        }

        seat.HandIn(now);
        Touch();
    }

    /// <summary>Ends the round: what everybody rated becomes visible, and how far they agree says how it goes on.</summary>
    /// <exception cref="RefusedException">A government has not two reviewers who handed in.</exception>
    public void CloseReview(RequirementSet requirements, AgreementRules rules, Actor actor)
    {
        var row = Row(Step.CloseReview, actor);
        foreach (var government in Governments.Both.Where(g => HandedIn(g) < LeastReviewers))
        {
            throw new RefusedException(new Error("Recognition.Review.TooFew", null, new Dictionary<string, object?> { ["Government"] = government }));
        }

        var round = (Agreement?.Round ?? 0) + 1;
        var agreement = ReviewAgreement.Of(requirements.Rows.Select(r => new RatedRow(r.Statement, (double)r.Weight, RatingsOf(r.Statement))), round, rules, (ulong)Round);
        Agreement = AgreementSummary.Of(agreement, round);
        if (agreement.Gate == AgreementGate.NewRound)
        {
            Round++;
            Raise(new EquivalenceReviewOpened(Id, Round));
            return;
        }

        Status = row.To;
        Raise(new EquivalenceReviewClosed(Id));
    }

    /// <summary>Settles one disputed row.</summary>
    /// <param name="confidence">0 to 1, in place of what the reviewers' scores give.</param>
    public void Adjudicate(string statement, decimal confidence, string reason, Actor actor)
    {
        Move(Step.Adjudicate, actor);
        RequireNoBar(Step.Adjudicate, actor);
        if (confidence is < 0 or > 1)
        {
            throw new RefusedException(new Error("Recognition.Adjudicate.Range", nameof(Adjudication.Confidence)));
        }

        if (Agreement?.ToAdjudicate.Contains(statement) != true)
        {
            throw new RefusedException(Named("Recognition.Adjudicate.NotDisputed", statement));
        }

        Adjudications = [.. Adjudications.Where(a => a.Statement != statement).Append(new Adjudication(statement, confidence, reason, actor.UserId)).OrderBy(a => a.Statement, StringComparer.Ordinal)];
    }

    /// <summary>Ratings of the round that a person may read: their own while it is open, everybody's who handed in once it is closed.</summary>
    public IEnumerable<Rating> RatingsFor(Actor actor) =>
        _ratings.Where(r => r.Round == Round && (Status == EquivalenceStatus.Review ? r.ReviewerId == actor.UserId : HasHandedIn(r.ReviewerId)));

    private bool HasHandedIn(Guid person) => _reviewers.Exists(r => r.Round == Round && r.PersonId == person && r.HandedInAt is not null);

    public int HandedIn(Government government) => _reviewers.Count(r => r.Round == Round && r.Government == government && r.HandedInAt is not null);

    /// <summary>What the figures take as the confidence of a claim: the adjudicator's word, else what author and reviewers say together.</summary>
    /// <param name="author">0 to 1.</param>
    public double ConfidenceOf(string statement, double author) =>
        AdjudicatedConfidence.Of(author, RatingsOf(statement), (double?)Adjudications.FirstOrDefault(a => a.Statement == statement)?.Confidence);

    private void RequireAdjudicated()
    {
        var settled = Adjudications.Select(a => a.Statement).ToHashSet(StringComparer.Ordinal);
        if ((Agreement?.ToAdjudicate ?? []).Count(s => !settled.Contains(s)) is > 0 and var open)
        {
            throw new RefusedException(new Error("Recognition.Draft.NotAdjudicated", null, new Dictionary<string, object?> { ["Open"] = open }));
        }
    }

    /// <summary>Handed in, and of the present round only.</summary>
    private List<RowRating> RatingsOf(string statement) =>
        [.. _ratings.Where(r => r.Round == Round && r.Statement == statement && HasHandedIn(r.ReviewerId))
            .OrderBy(r => r.ReviewerId).Select(r => new RowRating($"{r.ReviewerId:N}", r.Government, r.Score))];

    private Reviewer? MySeat(Actor actor) => _reviewers.Find(r => r.Round == Round && r.PersonId == actor.UserId);

    private void RequireRater(Actor actor)
    {
        Row(Step.Rate, actor);
        RequireNoBar(Step.Rate, actor);
    }

    private Reviewer RequireOpenSeat(Actor actor)
    {
        RequireRater(actor);
        var seat = MySeat(actor) ?? throw new RefusedException("Recognition.Review.NotDeclared");
        return seat.HasConflict ? throw new RefusedException(new Error("Recognition.Review.Conflict"), this)
            : seat.HandedInAt is not null ? throw new RefusedException("Recognition.Review.HandedIn")
            : seat;
    }

    private static Error Named(string code, string statement) => new(code, null, new Dictionary<string, object?> { ["Statement"] = statement });
}
