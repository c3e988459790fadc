using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Web.Areas.Recognition.Forms;

/// <param name="Review">As it stands.</param>
public sealed record ReviewPage(EquivalenceInReview.Review Review)
{
    /// <summary>Scores that were refused, as typed.</summary>
    public RateForm? Typed { get; init; }

    /// <summary>Why it goes back, as typed.</summary>
    public string? Reason { get; init; }

    public AdjudicateForm Adjudicate { get; init; } = new();

    /// <summary>Somebody settled a statement while the form was open.</summary>
    public bool IsStale { get; init; }

    public bool Can(EquivalenceStep step) => Review.Steps.Contains(step);

    public int? ScoreOf(EquivalenceInReview.Row row) => Typed?.Score?.TryGetValue(row.Statement, out var typed) == true ? typed : row.Own;
}

/// <summary>The scores of one page of statements.</summary>
public sealed class RateForm
{
    public int Page { get; init; } = 1;

    /// <summary>The page to go to once the scores are saved; null: the next one, as long as something is missing.</summary>
    public int? GoTo { get; init; }

    public Dictionary<string, int>? Score { get; init; }

    public RateStatements ToCommand(Guid id) => new(id, Score ?? []);

    public HandInRatings ToHandIn(Guid id) => new(id, Score ?? []);
}

public sealed class AdjudicateForm
{
    /// <summary>Token of the version that the page showed.</summary>
    public long Version { get; init; }

    public string? Statement { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal? Confidence { get; init; }

    public string? Reason { get; init; }

    public AdjudicateStatement ToCommand(Guid id) => new(id, Version, Statement ?? "", Confidence ?? -1, CleanText.Prose(Reason));
}
