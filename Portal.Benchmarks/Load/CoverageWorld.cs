using System.Globalization;
using Portal.Application.Recognition.Domain;

namespace Portal.Benchmarks.Load;

/// <summary>Certifications made from a seed; each asks for what its own claims say.</summary>
internal sealed record CoverageWorld(IReadOnlyList<CoverageSource> Sources, IReadOnlyList<CoverageTarget> Targets, CoverageBasis Basis)
{
    private static readonly DateOnly s_day = new(2026, 7, 1);

    /// <param name="skew">1: every statement is as likely; above: the first ones are shared by many.</param>
    public static CoverageWorld Of(int certifications, int statements, int claimsEach, double skew)
    {
        var random = new SeededRandom(2026);
        var names = Enumerable.Range(0, statements).Select(i => $"S{i.ToString("00000", CultureInfo.InvariantCulture)}").ToArray();
        var sources = Enumerable.Range(0, certifications).Select(i => new CoverageSource(
            $"C{i.ToString("0000", CultureInfo.InvariantCulture)}", Claims(random, names, claimsEach, skew))).ToList();
        return new CoverageWorld(sources, sources.ConvertAll(TargetOf), new CoverageBasis([], CoverageRules.Proposed2026, s_day));
    }

    /// <summary>Pairs of a claim and a requirement about one statement: the multiplications that the table cannot avoid.</summary>
    public double Meetings() => Sources.SelectMany(s => s.Claims).CountBy(c => c.Statement).Sum(c => (double)c.Value * c.Value);

    public CoverageSource Changed(int round) =>
        Sources[round] with { Claims = [.. Sources[round].Claims.Skip(1), Sources[round].Claims[0] with { Level = 1 + Sources[round].Claims[0].Level % 5 }] };

    public CoverageTarget ChangedTarget(int round) => TargetOf(Changed(round));

    private static CoverageClaim[] Claims(SeededRandom random, string[] names, int count, double skew)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < count)
        {
            chosen.Add((int)(Math.Pow(random.Share(), skew) * names.Length));
        }

        return [.. chosen.Select(i => new CoverageClaim(
            names[i], 1 + random.Below(5), (AssessmentStrength)random.Below(6), s_day.AddDays(-random.Below(3000)), random.Share()))];
    }

    private static CoverageTarget TargetOf(CoverageSource source) => new(
        source.Code, [.. source.Claims.Select(c => new CoverageRequirement(c.Statement, FrameworkElementKind.Knowledge, 1, c.Level, false, []))]);
}
