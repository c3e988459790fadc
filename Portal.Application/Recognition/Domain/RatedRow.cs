using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>One reviewer's blind answer.</summary>
/// <param name="Score">0 "none" to 4 "fully covered at level", ordinal.</param>
public sealed record RowRating(string Reviewer, Government Government, int Score)
{
    public const int HighestScore = 4;

    /// <summary>The score as the reviewer's confidence, 0 to 1.</summary>
    public double Confidence => (double)Score / HighestScore;
}

/// <summary>A claim or mapping with what its reviewers said.</summary>
/// <param name="Row">Names the statement or pair; once in a round.</param>
/// <param name="Weight">Of the requirement that it decides about, above 0.</param>
/// <param name="Adjudicated">The score that a government's panel settled on after the round.</param>
public sealed record RatedRow(string Row, double Weight, IReadOnlyList<RowRating> Ratings, IReadOnlyDictionary<Government, int>? Adjudicated = null)
{
    /// <summary>Highest minus lowest score, 0 to 4.</summary>
    public int Spread => Ratings.Count == 0 ? 0 : Ratings.Max(r => r.Score) - Ratings.Min(r => r.Score);

    /// <summary>What a government's panel says: the adjudicated score, else the lower median; null when nobody rated.</summary>
    public int? PanelScore(Government government)
    {
        var scores = Ratings.Where(r => r.Government == government).Select(r => r.Score).Order().ToList();
        return Adjudicated is not null && Adjudicated.TryGetValue(government, out var settled) ? settled
            : scores.Count == 0 ? null
            : scores[(scores.Count - 1) / 2];
    }
}
