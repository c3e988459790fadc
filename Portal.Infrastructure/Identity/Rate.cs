namespace Portal.Infrastructure.Identity;

/// <summary>At most so many in a window that begins with the first of them.</summary>
public sealed record Rate(int Most, TimeSpan Window)
{
    public static Rate PerHour(int most) => new(most, TimeSpan.FromHours(1));

    public static Rate PerFiveMinutes(int most) => new(most, TimeSpan.FromMinutes(5));

    public Rate Times(double factor) => this with { Most = Math.Max(1, (int)(Most * factor)) };

    /// <summary>The last one that is let through closes the rest of the window.</summary>
    public (int Count, DateTimeOffset CountedAt, DateTimeOffset? BlockedUntil) After(Tally? seen, DateTimeOffset now)
    {
        var (count, since) = seen is null || now >= seen.CountedAt + Window ? (1, now) : (seen.Count + 1, seen.CountedAt);
        return (count, since, count < Most ? null : since + Window);
    }
}
