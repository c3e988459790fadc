using System.Runtime.Intrinsics;

namespace Portal.Application.Recognition.Domain;

/// <summary>Small numbers for statements, so that the sums work on arrays.</summary>
internal sealed class StatementNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _numbers.Count;

    public int Of(string statement)
    {
        ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_numbers, statement, out var isKnown);
        return isKnown ? number : number = _numbers.Count - 1;
    }

    /// <returns>-1 for a statement that no target asks for.</returns>
    public int Find(string statement) => _numbers.GetValueOrDefault(statement, -1);
}

/// <summary>A source as arrays: its statements in ordinal order, and the edges that reach each of them.</summary>
/// <param name="Statements">Their numbers; -1 where no target asks for one.</param>
internal sealed record TableSource(int[] Statements, int[] Starts, CoverageEdge[] Edges)
{
    public static TableSource Of(CoverageSource source, ClaimPaths carried, StatementNumbers numbers)
    {
        var paths = carried.Of([source]);
        var (statements, starts) = (new List<int>(paths.Length), new List<int>(paths.Length + 1));
        for (var i = 0; i < paths.Length; i++)
        {
            if (i == 0 || paths[i].Statement != paths[i - 1].Statement)
            {
                statements.Add(numbers.Find(paths[i].Statement));
                starts.Add(i);
            }
        }

        starts.Add(paths.Length);
        return new TableSource([.. statements], [.. starts], carried.EdgesOf(paths));
    }

    public ReadOnlySpan<CoverageEdge> EdgesAt(int entry) => Edges.AsSpan(Starts[entry]..Starts[entry + 1]);

    /// <summary>What a statement adds at each required level; position 0 is not used.</summary>
    public void TermsAt(int entry, Span<Vector256<double>> byLevel)
    {
        for (var level = CoverageChecks.LowestLevel; level <= CoverageChecks.HighestLevel; level++)
        {
            byLevel[level] = CoverageSums.Terms(StatementValue.At(EdgesAt(entry), level));
        }
    }
}

/// <summary>A target as arrays: its requirements in ordinal order of their statements.</summary>
internal sealed record TableTarget(string Code, string[] Names, int[] Statements, double[] Weights, int[] Levels, double Total)
{
    public static TableTarget Of(CoverageTarget target)
    {
        var rows = target.Requirements.ToArray();
        Array.Sort(rows, (x, y) => string.CompareOrdinal(x.Statement, y.Statement));
        var total = 0.0;
        foreach (var row in rows)
        {
            total += row.Weight;
        }

        return new TableTarget(
            target.Code, Array.ConvertAll(rows, r => r.Statement), [], Array.ConvertAll(rows, r => r.Weight), Array.ConvertAll(rows, r => r.Level), total);
    }

    public TableTarget Numbered(StatementNumbers numbers) => this with { Names = [], Statements = Array.ConvertAll(Names, numbers.Of) };
}

/// <summary>Which targets ask for a statement: the inverted index over statements, in flat arrays.</summary>
internal sealed class RequirementIndex
{
    private readonly int[] _starts;
    private readonly Entry[] _entries;

    public RequirementIndex(TableTarget[] targets, int statements)
    {
        _starts = new int[statements + 1];
        foreach (var statement in targets.SelectMany(t => t.Statements))
        {
            _starts[statement + 1]++;
        }

        for (var i = 0; i < statements; i++)
        {
            _starts[i + 1] += _starts[i];
        }

        _entries = Fill(targets, (int[])_starts.Clone());
    }

    public ReadOnlySpan<Entry> At(int statement) => _entries.AsSpan(_starts[statement].._starts[statement + 1]);

    private static Entry[] Fill(TableTarget[] targets, int[] next)
    {
        var entries = new Entry[next[^1]];
        for (var t = 0; t < targets.Length; t++)
        {
            for (var i = 0; i < targets[t].Statements.Length; i++)
            {
                entries[next[targets[t].Statements[i]]++] = new Entry(t, targets[t].Levels[i], targets[t].Weights[i]);
            }
        }

        return entries;
    }

    internal readonly record struct Entry(int Target, int Level, double Weight);
}

/// <summary>Turns the sums of a pair into its cell, or into nothing when it is not kept.</summary>
internal sealed record PairFinish(TableTarget[] Targets, double Deviations, double KeptFrom)
{
    public bool Keeps(int target, Vector256<double> sums, out CoverageCell cell)
    {
        var total = Targets[target].Total;
        if (sums[0] == 0 || sums[0] / total < KeptFrom)
        {
            cell = default;
            return false;
        }

        var figures = CoverageSums.Figures(sums, total, Deviations);
        cell = new CoverageCell(target, figures.Content, figures.Assured, figures.LowerBound);
        return true;
    }
}

/// <summary>Room for the sums of one row, used again and again.</summary>
internal sealed class RowBuffer(int targets)
{
    private readonly CoverageCell[] _cells = new CoverageCell[targets];

    public Vector256<double>[] Sums { get; } = new Vector256<double>[targets];

    /// <summary>Leaves the sums at zero for the next row.</summary>
    public CoverageCell[] Kept(PairFinish finish)
    {
        var count = 0;
        for (var target = 0; target < Sums.Length; target++)
        {
            if (finish.Keeps(target, Sums[target], out _cells[count]))
            {
                count++;
            }
        }

        Array.Clear(Sums);
        return _cells.AsSpan(..count).ToArray();
    }
}
