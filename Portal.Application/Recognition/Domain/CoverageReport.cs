namespace Portal.Application.Recognition.Domain;

/// <summary>One line of the report on which a decision rests: why one required statement is covered as far as it is.</summary>
/// <param name="Content">0 to 1.</param>
/// <param name="Assured">0 to 1.</param>
/// <param name="LevelHeld">1 to 5; null where nothing is claimed.</param>
/// <param name="Certifications">Codes of those whose claims count here.</param>
/// <param name="Sources">Where the claims were found.</param>
public sealed record ReportRow(
    string Statement, FrameworkElementKind Kind, double Weight, int Level, bool IsCritical,
    double Content, double Assured, double Confidence, int? LevelHeld, bool IsGap, IReadOnlyList<string> Certifications, IReadOnlyList<string> Sources);

/// <summary>Who recorded a claim or a mapping, and what a claim rests on.</summary>
/// <param name="Source">Where it was found, as the public may read it.</param>
/// <param name="Evidence">The version of the certification, and the items that stood.</param>
public sealed record RecordedEvidence(Guid AuthorId, string? Source, IReadOnlyList<Guid> Evidence);

/// <summary>
/// The figures of one version with their explanation, kept as they were on the day. The figures and the hash of all that went in stand in
/// the signed content; a change of evidence makes another report and leaves this one.
/// </summary>
public sealed record CoverageReport(Guid RequirementSetId, PinnedCoverage Figures, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>Who recorded the claims and mappings that count in the figures of this direction.</summary>
    public IReadOnlyList<Guid> Authors { get; init; } = [];

    /// <summary>Versions of certifications and items of evidence that count in the figures of either direction.</summary>
    public IReadOnlyList<Guid> Evidence { get; init; } = [];

    /// <summary>Of all that was recorded for the source, whatever a review makes of it; null in reports from before it was kept.</summary>
    public string? EvidenceHash { get; init; }

    /// <param name="reverse">Of the other direction; null where the source has no requirement set of its own.</param>
    /// <param name="recorded">Claims and mappings by their ids.</param>
    public static CoverageReport Of(Guid requirementSetId, CoverageResult forward, CoverageResult? reverse, IReadOnlyDictionary<Guid, RecordedEvidence> recorded) => new(
        requirementSetId,
        new PinnedCoverage(
            forward.InputHash, forward.AlgorithmVersion, forward.RulesVersion, forward.AsOf,
            forward.Figures.Content, forward.Figures.Assured, forward.Figures.LowerBound,
            reverse is null ? null : new ReverseCoverage(reverse.InputHash, reverse.Figures.Content, reverse.Figures.LowerBound),
            [.. forward.Gaps.Select(g => g.Requirement.Statement)], [.. forward.CriticalGaps.Select(g => g.Requirement.Statement)]),
        [.. forward.Statements.Select(s => Row(s, recorded))])
    {
        Authors = [.. Counting(forward).Select(id => recorded.GetValueOrDefault(id)?.AuthorId).OfType<Guid>().Distinct().Order()],
        Evidence = [.. Counting(forward).Concat(reverse is null ? [] : Counting(reverse)).SelectMany(id => recorded.GetValueOrDefault(id)?.Evidence ?? []).Distinct().Order()],
    };

    /// <summary>In any way that is enough for the source: each of them can decide a figure.</summary>
    private static IEnumerable<Guid> Counting(CoverageResult result) => result.Ways.SelectMany(w => w.Statements)
        .SelectMany(s => s.Winners.Concat(s.AssuredWinners)).SelectMany(w => new[] { w.Claim.Id, w.Mapping?.Id }).OfType<Guid>();

    private static ReportRow Row(StatementCoverage s, IReadOnlyDictionary<Guid, RecordedEvidence> recorded) => new(
        s.Requirement.Statement, s.Requirement.Kind, s.Requirement.Weight, s.Requirement.Level, s.Requirement.IsCritical,
        s.Content, s.Assured, s.Confidence, s.LevelHeld, s.IsGap,
        [.. s.Winners.Select(w => w.Certification).Distinct().Order(StringComparer.Ordinal)],
        [.. s.Winners.Select(w => w.Claim.Id is { } id ? recorded.GetValueOrDefault(id)?.Source : null).OfType<string>().Distinct()]);
}
