namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Divides strips into pages. Strips that belong together move together; what is taller than a page is the exception.</summary>
internal sealed class Paginator(float height)
{
    private readonly List<List<Mark>> _pages = [[]];
    private float _used;

    public static IReadOnlyList<List<Mark>> Pages(IReadOnlyList<Strip> strips, float height)
    {
        var paginator = new Paginator(height);
        foreach (var group in Groups(strips))
        {
            paginator.Place(group);
        }

        return paginator._pages;
    }

    private static IEnumerable<List<Strip>> Groups(IReadOnlyList<Strip> strips)
    {
        var group = new List<Strip>();
        foreach (var strip in strips)
        {
            group.Add(strip);
            if (!strip.KeepWithNext)
            {
                yield return group;
                group = [];
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private void Place(List<Strip> group)
    {
        var total = group.Sum(strip => strip.Height);
        if (_used > 0 && _used + total > height && total <= height && !group.TrueForAll(strip => strip.IsGap))
        {
            TurnTo(group[0]);
        }

        foreach (var strip in group)
        {
            Place(strip);
        }
    }

    private void Place(Strip strip)
    {
        if (strip.IsGap && (_used == 0 || _used + strip.Height > height))
        {
            return;
        }

        if (_used > 0 && _used + strip.Height > height)
        {
            TurnTo(strip);
        }

        Draw(strip);
    }

    private void TurnTo(Strip first)
    {
        _pages.Add([]);
        _used = 0;
        if (first.Repeated is { } head)
        {
            Draw(head);
        }
    }

    private void Draw(Strip strip)
    {
        _pages[^1].AddRange(strip.Marks.Select(mark => mark with { Y = mark.Y + _used }));
        _used += strip.Height;
    }
}
