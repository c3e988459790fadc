using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The review of a version as the reader may see it: the own seat and scores while the round is open, everybody's scores and their agreement afterwards.</summary>
public sealed record EquivalenceInReview(Guid Id, int Page) : IQuery<EquivalenceInReview.Review>, IPortalMessage
{
    public const int PageSize = 50;

    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="Seat">The reader's own; null before the question about conflicts is answered.</param>
    /// <param name="Missing">Statements that the reader has not scored yet.</param>
    /// <param name="Agreement">Of the last closed round.</param>
    /// <param name="Bar">Why the reader, whose part it would be, has no say; null when nothing stands against it.</param>
    public sealed record Review(
        Guid Id, long Token, bool IsDemonstration, string Number, EquivalenceSource Source, Target Target, EquivalenceStatus Status, int Round, IReadOnlyDictionary<Government, int> HandedIn, OwnSeat? Seat, int Missing,
        IReadOnlyList<Row> Rows, int Page, int Pages, AgreementSummary? Agreement, IReadOnlyList<EquivalenceStep> Steps, string? Bar);

    public sealed record OwnSeat(bool HasConflict, DateTimeOffset? HandedInAt);

    /// <param name="Scores">By government; only the reader's own while the round is open.</param>
    public sealed record Row(
        string Statement, string Text, int Level, bool IsCritical, int? Own, IReadOnlyDictionary<Government, IReadOnlyList<int>> Scores, bool IsDisputed, Adjudication? Settled);
}

internal sealed class EquivalenceInReviewHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<EquivalenceInReview, EquivalenceInReview.Review>
{
    public async ValueTask<EquivalenceInReview.Review> Handle(EquivalenceInReview query, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(query.Id, ct);
        var equivalence = await db.Equivalences.AsNoTracking().GetAsync(version.EquivalenceId, ct);
        var required = version.Report?.Rows ?? throw new NotFoundException();
        var ratings = version.RatingsFor(current.Actor).ToLookup(r => r.Statement);
        var pages = Math.Max(1, (required.Count + EquivalenceInReview.PageSize - 1) / EquivalenceInReview.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var shown = required.Skip((page - 1) * EquivalenceInReview.PageSize).Take(EquivalenceInReview.PageSize).ToList();
        var texts = await TextsAsync(version.Content.RequirementSetId, shown, ct);
        return new(
            version.Id, version.Version, equivalence.IsDemonstration, equivalence.Number, equivalence.Source, equivalence.Target, version.Status, version.Round, Governments.Both.ToDictionary(g => g, version.HandedIn), SeatOf(version),
            required.Count(r => ratings[r.Statement].All(x => x.ReviewerId != current.Actor.UserId)),
            [.. shown.Select(r => Row(version, r, texts.GetValueOrDefault(r.Statement, ""), [.. ratings[r.Statement]]))], page, pages, version.Agreement, [.. version.StepsFor(current.Actor)], BarOf(version));
    }

    private EquivalenceInReview.OwnSeat? SeatOf(EquivalenceVersion version) =>
        version.Reviewers.FirstOrDefault(r => r.Round == version.Round && r.PersonId == current.Actor.UserId) is { } seat ? new(seat.HasConflict, seat.HandedInAt) : null;

    private string? BarOf(EquivalenceVersion version) =>
        version.Status == EquivalenceStatus.Review && current.Actor.Has(Permission.ReviewEquivalence) ? version.BarOf(EquivalenceStep.Rate, current.Actor.UserId)
        : version.Status == EquivalenceStatus.Adjudication && current.Actor.Has(Permission.AdjudicateEquivalence) ? version.BarOf(EquivalenceStep.Adjudicate, current.Actor.UserId)
        : null;

    private EquivalenceInReview.Row Row(EquivalenceVersion version, ReportRow row, string text, List<Rating> ratings) => new(
        row.Statement, text, row.Level, row.IsCritical, ratings.Find(r => r.ReviewerId == current.Actor.UserId)?.Score,
        Governments.Both.ToDictionary(g => g, g => (IReadOnlyList<int>)[.. ratings.Where(r => r.Government == g).Select(r => r.Score).Order()]),
        version.Agreement?.ToAdjudicate.Contains(row.Statement) == true, version.Adjudications.FirstOrDefault(a => a.Statement == row.Statement));

    /// <summary>As the framework of the pinned set words them.</summary>
    private async Task<Dictionary<string, string>> TextsAsync(Guid? setId, List<ReportRow> rows, CancellationToken ct)
    {
        var codes = rows.ConvertAll(r => r.Statement);
        return await db.Frameworks.Where(f => db.RequirementSets.Any(s => s.Id == setId && s.FrameworkId == f.Id)).SelectMany(f => f.Elements)
            .Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, e => e.Text, ct);
    }
}
