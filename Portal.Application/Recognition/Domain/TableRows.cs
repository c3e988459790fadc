using System.Runtime.Intrinsics;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// The sums of the table. Every way through them meets the statements of a pair in ordinal order, so a pair has the same bits whether it
/// comes from the whole table, a row or a column.
/// </summary>
internal static class TableRows
{
    /// <summary>All rows, each on one processor.</summary>
    public static CoverageCell[][] Of(TableSource[] sources, TableTarget[] targets, int statements, PairFinish finish)
    {
        var index = new RequirementIndex(targets, statements);
        var rows = new CoverageCell[sources.Length][];
        Parallel.For(0, sources.Length, () => new RowBuffer(targets.Length), (row, _, buffer) =>
        {
            AddAll(sources[row], index, buffer.Sums);
            rows[row] = Kept(buffer, finish);
            return buffer;
        }, _ => { });
        return rows;
    }

    /// <summary>One row without the index, which a single row is not worth.</summary>
    public static CoverageCell[] RowOf(TableSource source, TableTarget[] targets, int statements, PairFinish finish)
    {
        var (entryAt, terms) = (new int[statements], new Vector256<double>[source.Statements.Length * (CoverageChecks.HighestLevel + 1)]);
        for (var entry = 0; entry < source.Statements.Length; entry++)
        {
            entryAt[source.Statements[entry]] = entry + 1;
            source.TermsAt(entry, terms.AsSpan(entry * (CoverageChecks.HighestLevel + 1)));
        }

        var buffer = new RowBuffer(targets.Length);
        for (var t = 0; t < targets.Length; t++)
        {
            buffer.Sums[t] = SumOf(targets[t], entryAt, terms);
        }

        return Kept(buffer, finish);
    }

    /// <summary>The rows with one column put in anew; a row where nothing changes is shared.</summary>
    public static CoverageCell[][] WithColumn(
        CoverageCell[][] rows, TableSource[] sources, int column, TableTarget[] targets, int statements, PairFinish finish)
    {
        var target = targets[column];
        var requirementAt = new int[statements];
        for (var i = 0; i < target.Statements.Length; i++)
        {
            requirementAt[target.Statements[i]] = i + 1;
        }

        var changed = new CoverageCell[rows.Length][];
        Parallel.For(0, rows.Length, row =>
        {
            var isKept = finish.Keeps(column, SumOf(sources[row], target, requirementAt), out var cell);
            changed[row] = Put(rows[row], column, isKept ? cell : null);
        });
        return changed;
    }

    public static CoverageCell? Find(CoverageCell[] row, int target) => PositionOf(row, target) is >= 0 and var at ? row[at] : null;

    private static void AddAll(TableSource source, RequirementIndex index, Vector256<double>[] sums)
    {
        Span<Vector256<double>> terms = stackalloc Vector256<double>[CoverageChecks.HighestLevel + 1];
        for (var entry = 0; entry < source.Statements.Length; entry++)
        {
            var asked = index.At(source.Statements[entry]);
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

    private static Vector256<double> SumOf(TableTarget target, int[] entryAt, Vector256<double>[] terms)
    {
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < target.Statements.Length; i++)
        {
            if (entryAt[target.Statements[i]] is > 0 and var entry)
            {
                sum += CoverageSums.Weighted(target.Weights[i], terms[(entry - 1) * (CoverageChecks.HighestLevel + 1) + target.Levels[i]]);
            }
        }

        return sum;
    }

    private static Vector256<double> SumOf(TableSource source, TableTarget target, int[] requirementAt)
    {
        var sum = Vector256<double>.Zero;
        for (var entry = 0; entry < source.Statements.Length; entry++)
        {
            if (requirementAt[source.Statements[entry]] - 1 is >= 0 and var at)
            {
                var value = StatementValue.At(source.EdgesAt(entry), target.Levels[at]);
                sum += CoverageSums.Weighted(target.Weights[at], CoverageSums.Terms(value));
            }
        }

        return sum;
    }

    /// <summary>Leaves the sums at zero for the next row.</summary>
    private static CoverageCell[] Kept(RowBuffer buffer, PairFinish finish)
    {
        var count = 0;
        for (var target = 0; target < buffer.Sums.Length; target++)
        {
            if (finish.Keeps(target, buffer.Sums[target], out buffer.Cells[count]))
            {
                count++;
            }
        }

        Array.Clear(buffer.Sums);
        var kept = GC.AllocateUninitializedArray<CoverageCell>(count);
        buffer.Cells.AsSpan(..count).CopyTo(kept);
        return kept;
    }

    /// <summary>Room for one row, used again and again.</summary>
    private sealed class RowBuffer(int targets)
    {
        public Vector256<double>[] Sums { get; } = new Vector256<double>[targets];

        public CoverageCell[] Cells { get; } = new CoverageCell[targets];
    }

    private static CoverageCell[] Put(CoverageCell[] row, int target, CoverageCell? cell)
    {
        var at = PositionOf(row, target);
        var (before, after) = (at < 0 ? ~at : at, at < 0 ? ~at : at + 1);
        return at < 0 && cell is null ? row : [.. row.AsSpan(..before), .. cell is { } put ? [put] : Array.Empty<CoverageCell>(), .. row.AsSpan(after..)];
    }

    private static int PositionOf(CoverageCell[] row, int target) =>
        row.AsSpan().BinarySearch(new CoverageCell(target, 0, 0, 0), Comparer<CoverageCell>.Create((x, y) => x.Target.CompareTo(y.Target)));
}
