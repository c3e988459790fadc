namespace Portal.Application.Recognition.Domain;

/// <summary>Whether a source is enough for a target, in one direction, by the figures alone. People decide.</summary>
public enum FitClass
{
    /// <summary>Enough, and no critical gap.</summary>
    Covers,
    ConditionalCandidate,
    PartialOrNone,
}

/// <summary>A claim that counts at a requirement.</summary>
/// <param name="Mapping">Null: the claim is about the required statement itself.</param>
/// <param name="Value">x, 0 to 1: its share of the requirement; where it stands under the assured figure, times strength and age.</param>
/// <param name="Confidence">The lower one of claim and mapping.</param>
public sealed record WinningClaim(string Certification, CoverageClaim Claim, CoverageMapping? Mapping, double Value, double Confidence);

/// <summary>Why one requirement is covered as far as it is.</summary>
/// <param name="LevelHeld">Highest level among the winning claims; null: no claim reaches the statement.</param>
/// <param name="Confidence">p: of the winning edge, or the lowest of several facets; 0 where nothing is covered.</param>
/// <param name="Winners">One claim, or one for each facet; empty where nothing is covered.</param>
/// <param name="AssuredWinners">Those of the assured figure; often the same.</param>
public sealed record StatementCoverage(
    CoverageRequirement Requirement,
    double Content,
    double Assured,
    double Confidence,
    int? LevelHeld,
    bool IsGap,
    IReadOnlyList<WinningClaim> Winners,
    IReadOnlyList<WinningClaim> AssuredWinners)
{
    public bool IsCriticalGap => IsGap && Requirement.IsCritical;
}

/// <summary>The figures over the requirements of one kind, work role or area.</summary>
public sealed record CoveragePart(string Key, CoverageFigures Figures);

/// <summary>The figures as a whole and by parts, each list in ordinal order of its keys.</summary>
public sealed record CoverageBreakdown(
    CoverageFigures Whole, IReadOnlyList<CoveragePart> ByKind, IReadOnlyList<CoveragePart> ByRole, IReadOnlyList<CoveragePart> ByArea)
{
    internal static CoverageBreakdown Lowest(IReadOnlyCollection<CoverageBreakdown> ways) => new(
        CoverageFigures.Lowest([.. ways.Select(w => w.Whole)]),
        Lowest(ways.SelectMany(w => w.ByKind)), Lowest(ways.SelectMany(w => w.ByRole)), Lowest(ways.SelectMany(w => w.ByArea)));

    private static CoveragePart[] Lowest(IEnumerable<CoveragePart> parts) =>
        [.. parts.GroupBy(p => p.Key, (key, same) => new CoveragePart(key, CoverageFigures.Lowest([.. same.Select(p => p.Figures)])))];
}

/// <summary>One set of certifications that is enough for the source expression.</summary>
/// <param name="Statements">Each requirement once, in ordinal order.</param>
public sealed record CoverageWay(
    IReadOnlyList<string> Certifications, CoverageBreakdown Breakdown, IReadOnlyList<StatementCoverage> Statements, FitClass Fit);

/// <summary>Coverage of a target by a source, in one direction.</summary>
/// <param name="InputHash">Over everything that went in; equal hashes have equal figures.</param>
/// <param name="Breakdown">What holds for a holder of any way: each figure at its lowest.</param>
/// <param name="Fit">Of the worst way.</param>
/// <param name="Ways">One, unless the source has alternatives; the lowest content comes first.</param>
/// <param name="Gaps">What is a gap in any way, shown for the way that covers it least, in ordinal order.</param>
public sealed record CoverageResult(
    string AlgorithmVersion,
    string RulesVersion,
    DateOnly AsOf,
    string InputHash,
    CoverageBreakdown Breakdown,
    FitClass Fit,
    IReadOnlyList<CoverageWay> Ways,
    IReadOnlyList<StatementCoverage> Gaps)
{
    public CoverageFigures Figures => Breakdown.Whole;

    /// <summary>The explanation statement by statement, for the way that decides.</summary>
    public IReadOnlyList<StatementCoverage> Statements => Ways[0].Statements;

    public IEnumerable<StatementCoverage> CriticalGaps => Gaps.Where(g => g.IsCriticalGap);
}

/// <summary>Both directions between two sides. They are two decisions; "comparable" and the mean only describe and sort.</summary>
public sealed record CoveragePair(CoverageResult Forward, CoverageResult Reverse)
{
    public bool IsComparable => Forward.Fit == FitClass.Covers && Reverse.Fit == FitClass.Covers;

    /// <summary>Harmonic mean of both contents, 0 to 1; 0 where one is 0. For sorting only.</summary>
    public double HarmonicMean =>
        Forward.Figures.Content + Reverse.Figures.Content is > 0 and var sum ? 2 * Forward.Figures.Content * Reverse.Figures.Content / sum : 0;

    /// <summary>What the source side asks for beyond what the target side covers: the gaps of the reverse direction.</summary>
    public IReadOnlyList<StatementCoverage> Surplus => Reverse.Gaps;
}
