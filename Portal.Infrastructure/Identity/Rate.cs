namespace Portal.Infrastructure.Identity;

/// <summary>At most so many in a window that begins with the first of them; the next one waits for its end.</summary>
public sealed record Rate(int Most, TimeSpan Window)
{
    /// <summary>For tries at a secret: how long to wait after the last free one (0), the first that was too many (1) and so on. The window then begins with the last of them.</summary>
    public Func<int, TimeSpan>? Penalty { get; init; }

    public static Rate PerHour(int most) => new(most, TimeSpan.FromHours(1));

    public static Rate PerFiveMinutes(int most) => new(most, TimeSpan.FromMinutes(5));

    public Rate Times(double factor) => this with { Most = Math.Max(1, (int)(Most * factor)) };

    internal bool IsOver(Tally seen, DateTimeOffset now) => now >= seen.CountedAt + Window;

    /// <summary>One more, when the tally is not blocked. The last one that is let through blocks the next.</summary>
    internal Tally After(string key, Tally? seen, DateTimeOffset now)
    {
        var isFirst = seen is null || IsOver(seen, now);
        var (count, at) = (isFirst ? 1 : seen!.Count + 1, isFirst || Penalty is not null ? now : seen!.CountedAt);
        return new Tally { Key = key, Count = count, CountedAt = at, BlockedUntil = count < Most ? null : at + (Penalty?.Invoke(count - Most) ?? Window) };
    }
}
