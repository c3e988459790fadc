namespace Portal.Application.Recognition.Domain;

/// <summary>What all comparisons of a table share.</summary>
/// <param name="KeptFrom">Content from which a pair is kept, 0 to 1; pairs without any overlap are never kept.</param>
public sealed record CoverageTableSettings(IReadOnlyList<CoverageMapping> Mappings, CoverageRules Rules, DateOnly AsOf, double KeptFrom = 0.1);

/// <summary>One pair of a table.</summary>
/// <param name="Target">Position in <see cref="CoverageTable.Targets"/>.</param>
public readonly record struct CoverageCell(int Target, double Content, double Assured, double LowerBound);

/// <summary>
/// Coverage of every target by every source, to the bit what <see cref="Coverage"/> gives for each pair. It never changes: a changed
/// certification makes a new table that shares the rest, so many may read while one recomputes.
/// </summary>
public sealed class CoverageTable
{
    private readonly CoverageTableSettings _settings;
    private readonly StatementNumbers _numbers;
    private readonly TableSource[] _sources;
    private readonly TableTarget[] _targets;
    private readonly CoverageCell[][] _rows;
    private readonly ClaimPaths _paths;
    private readonly PairFinish _finish;

    private CoverageTable(CoverageTableSettings settings, StatementNumbers numbers, TableSource[] sources, TableTarget[] targets, CoverageCell[][]? rows)
    {
        (_settings, _numbers, _sources, _targets) = (settings, numbers, sources, targets);
        _paths = new ClaimPaths(settings.Mappings, settings.Rules, settings.AsOf);
        _finish = new PairFinish(targets, settings.Rules.Deviations, settings.KeptFrom);
        _rows = rows ?? TableRows.Of(sources, targets, numbers.Count, _finish);
    }

    /// <summary>Codes of the sources; rows stand in this order.</summary>
    public IEnumerable<string> Sources => _sources.Select(s => s.Code);

    /// <summary>Codes of the targets; cells name their positions.</summary>
    public IReadOnlyList<string> Targets => Array.ConvertAll(_targets, t => t.Code);

    /// <exception cref="ArgumentException">The input breaks a rule of <see cref="CoverageChecks"/>, or a code stands twice.</exception>
    public static CoverageTable Of(IReadOnlyList<CoverageSource> sources, IReadOnlyList<CoverageTarget> targets, CoverageTableSettings settings)
    {
        Coverage.Refuse(
        [
            .. MappingChecks.RangeProblems(settings.Mappings),
            .. sources.AsParallel().SelectMany(s => CoverageChecks.Problems(s.Claims)),
            .. targets.AsParallel().SelectMany(t => CoverageChecks.Problems(t.Requirements)),
        ]);
        if (sources.DistinctBy(s => s.Code).Count() < sources.Count || targets.DistinctBy(t => t.Code).Count() < targets.Count)
        {
            throw new ArgumentException("A code stands twice.");
        }

        var numbers = new StatementNumbers();
        var paths = new ClaimPaths(settings.Mappings, settings.Rules, settings.AsOf);
        var rows = sources.OrderBy(s => s.Code, StringComparer.Ordinal).AsParallel().AsOrdered().Select(s => TableSource.Of(s, paths)).ToArray();
        var columns = targets.OrderBy(t => t.Code, StringComparer.Ordinal).AsParallel().AsOrdered().Select(TableTarget.Of).ToArray();
        return new CoverageTable(
            settings, numbers, Array.ConvertAll(rows, s => s.Numbered(numbers)), Array.ConvertAll(columns, t => t.Numbered(numbers)), null);
    }

    /// <summary>The kept pairs of one source, in the order of the targets; empty for an unknown code.</summary>
    public IReadOnlyList<CoverageCell> Row(string source) => Array.FindIndex(_sources, s => s.Code == source) is >= 0 and var at ? _rows[at] : [];

    /// <summary>The kept pairs of one target, in the order of the sources; empty for an unknown code.</summary>
    public IEnumerable<(string Source, CoverageCell Cell)> Column(string target)
    {
        var at = Array.FindIndex(_targets, t => t.Code == target);
        return at < 0 ? [] : _sources.Zip(_rows, (s, row) => (s.Code, Cell: TableRows.Find(row, at))).Where(x => x.Cell is not null).Select(x => (x.Code, x.Cell!.Value));
    }

    /// <returns>Null: below the limit of what is kept, or an unknown code.</returns>
    public CoverageCell? Between(string source, string target)
    {
        var (row, column) = (Array.FindIndex(_sources, s => s.Code == source), Array.FindIndex(_targets, t => t.Code == target));
        return row < 0 || column < 0 ? null : TableRows.Find(_rows[row], column);
    }

    /// <summary>The table after one source has changed or come new: one row is computed.</summary>
    public CoverageTable With(CoverageSource changed)
    {
        Coverage.Refuse(CoverageChecks.Problems(changed.Claims));
        var numbers = _numbers.Copy();
        var source = TableSource.Of(changed, _paths).Numbered(numbers);
        var sources = Replaced(_sources, Array.FindIndex(_sources, s => s.Code == changed.Code), source);
        var rows = Replaced(_rows, Array.FindIndex(_sources, s => s.Code == changed.Code), TableRows.RowOf(source, _targets, numbers.Count, _finish));
        return new CoverageTable(_settings, numbers, sources, _targets, rows);
    }

    /// <summary>The table after one target has changed or come new: one column is computed.</summary>
    public CoverageTable With(CoverageTarget changed)
    {
        Coverage.Refuse(CoverageChecks.Problems(changed.Requirements));
        var numbers = _numbers.Copy();
        var at = Array.FindIndex(_targets, t => t.Code == changed.Code);
        var targets = Replaced(_targets, at, TableTarget.Of(changed).Numbered(numbers));
        var finish = new PairFinish(targets, _settings.Rules.Deviations, _settings.KeptFrom);
        var rows = TableRows.WithColumn(_rows, _sources, at < 0 ? _targets.Length : at, targets, numbers.Count, finish);
        return new CoverageTable(_settings, numbers, _sources, targets, rows);
    }

    private static T[] Replaced<T>(T[] all, int at, T item)
    {
        if (at < 0)
        {
            return [.. all, item];
        }

        var copy = (T[])all.Clone();
        copy[at] = item;
        return copy;
    }
}
