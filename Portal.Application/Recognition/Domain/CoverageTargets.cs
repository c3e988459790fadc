using System.Runtime.Intrinsics;

namespace Portal.Application.Recognition.Domain;

/// <summary>What the rows of one calculation share besides the targets.</summary>
/// <param name="KeptFrom">Content from which a pair is kept, 0 to 1; pairs without any overlap are never kept.</param>
public sealed record CoverageBasis(IReadOnlyList<CoverageMapping> Mappings, CoverageRules Rules, DateOnly AsOf, double KeptFrom = 0.1);

/// <summary>One pair of a row.</summary>
/// <param name="Target">Position in <see cref="CoverageTargets.Codes"/>.</param>
public readonly record struct CoverageCell(int Target, double Content, double Assured, double LowerBound);

/// <summary>
/// Many targets at once, made ready for the rows of certifications: to the bit what <see cref="Coverage"/> gives for each pair. It never
/// changes, so many may compute with it at the same time.
/// </summary>
public sealed class CoverageTargets
{
    private readonly StatementNumbers _numbers = new();
    private readonly TableTarget[] _targets;
    private readonly RequirementIndex _index;

    private CoverageTargets(IEnumerable<TableTarget> targets)
    {
        _targets = [.. targets.Select(t => t.Numbered(_numbers))];
        _index = new RequirementIndex(_targets, _numbers.Count);
        Codes = Array.ConvertAll(_targets, t => t.Code);
    }

    /// <summary>In ordinal order; cells name their positions.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <exception cref="ArgumentException">A requirement breaks a rule of <see cref="CoverageChecks"/>, or a code stands twice.</exception>
    public static CoverageTargets Of(IReadOnlyList<CoverageTarget> targets)
    {
        Coverage.Refuse([.. targets.AsParallel().SelectMany(t => CoverageChecks.Problems(t.Requirements))]);
        return targets.DistinctBy(t => t.Code).Count() < targets.Count
            ? throw new ArgumentException("A code stands twice.")
            : new(targets.OrderBy(t => t.Code, StringComparer.Ordinal).AsParallel().AsOrdered().Select(TableTarget.Of));
    }

    /// <summary>The kept pairs of one certification, in the order of the targets.</summary>
    /// <exception cref="ArgumentException">The input breaks a rule of <see cref="CoverageChecks"/>.</exception>
    public CoverageCell[] Row(CoverageSource source, CoverageBasis basis) => Rows([source], basis)[0];

    /// <summary>The kept pairs of each certification, in the order of the sources. Each row is computed on one processor.</summary>
    /// <exception cref="ArgumentException">The input breaks a rule of <see cref="CoverageChecks"/>.</exception>
    public CoverageCell[][] Rows(IReadOnlyList<CoverageSource> sources, CoverageBasis basis)
    {
        Coverage.Refuse([.. MappingChecks.RangeProblems(basis.Mappings), .. sources.AsParallel().SelectMany(s => CoverageChecks.Problems(s.Claims))]);
        var paths = new ClaimPaths(basis.Mappings, basis.Rules, basis.AsOf);
        var finish = new PairFinish(_targets, basis.Rules.Deviations, basis.KeptFrom);
        var rows = new CoverageCell[sources.Count][];
        Parallel.For(0, sources.Count, () => new RowBuffer(_targets.Length), (row, _, buffer) =>
        {
            Add(TableSource.Of(sources[row], paths, _numbers), buffer.Sums);
            rows[row] = buffer.Kept(finish);
            return buffer;
        }, _ => { });
        return rows;
    }

    /// <summary>Meets the statements of a pair in ordinal order, so a pair has the same bits in every set of targets.</summary>
    private void Add(TableSource source, Vector256<double>[] sums)
    {
        Span<Vector256<double>> terms = stackalloc Vector256<double>[CoverageChecks.HighestLevel + 1];
        for (var entry = 0; entry < source.Statements.Length; entry++)
        {
            var asked = source.Statements[entry] < 0 ? [] : _index.At(source.Statements[entry]);
            if (asked.IsEmpty)
            {
                continue;
            }

            source.TermsAt(entry, terms);
            foreach (ref readonly var requirement in asked)
            {
                sums[requirement.Target] += CoverageSums.Weighted(requirement.Weight, terms[requirement.Level]);
            }
        }
    }
}
