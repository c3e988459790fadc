namespace Portal.Application.Recognition.Domain;

/// <summary>The numbers of one way from a claim to a required statement.</summary>
/// <param name="Fraction">Share of the statement that is covered at full level, 0 to 1.</param>
/// <param name="Assurance">Strength times age, 0 to 1.</param>
/// <param name="Confidence">The lower one of claim and mapping.</param>
/// <param name="Facet">Which part is covered; below 0: the whole statement.</param>
internal readonly record struct CoverageEdge(double Fraction, double Assurance, double Confidence, int Level, int Facet)
{
    public const int Whole = -1;

    public bool IsFull => Facet < 0;

    public double ValueAt(int required, bool assured)
    {
        var share = Fraction * Math.Min(1, (double)Level / required);
        return assured ? share * Assurance : share;
    }
}

/// <summary>How far a statement is covered, and how surely. A tie goes to the surer edge.</summary>
internal readonly record struct EdgeOutcome(double Value, double Confidence, bool IsByFull)
{
    public bool Beats(EdgeOutcome other) => Value > other.Value || (Value == other.Value && Confidence >= other.Confidence);
}

/// <summary>What one statement adds, before its weight.</summary>
internal readonly record struct StatementValue(double Content, double Assured, double Confidence)
{
    public static StatementValue At(ReadOnlySpan<CoverageEdge> edges, int required)
    {
        // Nearly every statement of a table has one edge, and a contest of one is decided.
        if (edges.Length == 1)
        {
            return new StatementValue(edges[0].ValueAt(required, assured: false), edges[0].ValueAt(required, assured: true), edges[0].Confidence);
        }

        var content = EdgeContest.Best(edges, required, assured: false);
        return new StatementValue(content.Value, EdgeContest.Best(edges, required, assured: true).Value, content.Confidence);
    }
}

/// <summary>
/// Which edges win at one statement: the best one that covers it whole, or the best of each facet added up, cut at 1.
/// The edges of a statement stand in one order: whole ones first, then facet by facet.
/// </summary>
internal static class EdgeContest
{
    public static EdgeOutcome Best(ReadOnlySpan<CoverageEdge> edges, int required, bool assured)
    {
        var (full, parts) = (new EdgeOutcome(0, 0, true), new EdgeOutcome(0, 1, false));
        for (int from = 0, to; from < edges.Length; from = to)
        {
            to = EndOfFacet(edges, from);
            var best = edges[BestIn(edges, from, to, required, assured)];
            var value = best.ValueAt(required, assured);
            if (best.IsFull)
            {
                full = new EdgeOutcome(value, best.Confidence, true);
            }
            else if (value > 0)
            {
                parts = new EdgeOutcome(parts.Value + value, Math.Min(parts.Confidence, best.Confidence), false);
            }
        }

        parts = parts.Value > 0 ? parts with { Value = Math.Min(1, parts.Value) } : new EdgeOutcome(0, 0, false);
        return full.Beats(parts) ? full : parts;
    }

    /// <summary>Positions of the edges that <see cref="Best"/> counts; none when nothing is covered.</summary>
    public static IReadOnlyList<int> Winners(ReadOnlySpan<CoverageEdge> edges, int required, bool assured)
    {
        var isByFull = Best(edges, required, assured).IsByFull;
        var winners = new List<int>();
        for (int from = 0, to; from < edges.Length; from = to)
        {
            to = EndOfFacet(edges, from);
            var best = BestIn(edges, from, to, required, assured);
            if (edges[best].IsFull == isByFull && edges[best].ValueAt(required, assured) > 0)
            {
                winners.Add(best);
            }
        }

        return winners;
    }

    private static int EndOfFacet(ReadOnlySpan<CoverageEdge> edges, int from)
    {
        var to = from + 1;
        while (to < edges.Length && edges[to].Facet == edges[from].Facet)
        {
            to++;
        }

        return to;
    }

    private static int BestIn(ReadOnlySpan<CoverageEdge> edges, int from, int to, int required, bool assured)
    {
        var best = from;
        for (var i = from + 1; i < to; i++)
        {
            var (mine, other) = (edges[i].ValueAt(required, assured), edges[best].ValueAt(required, assured));
            if (mine > other || (mine == other && edges[i].Confidence > edges[best].Confidence))
            {
                best = i;
            }
        }

        return best;
    }
}
