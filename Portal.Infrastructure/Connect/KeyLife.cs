namespace Portal.Infrastructure.Connect;

/// <summary>What a key does at an instant. It is published in the first three states.</summary>
public enum KeyState
{
    Announced,
    Signing,
    Retired,
    Gone,
}

/// <summary>
/// The life of a key: announced, signing, retired, gone (S-23, R-23). It follows from the clock alone; a key stops signing when the next one
/// starts, so there is always exactly one that signs.
/// </summary>
public static class KeyLife
{
    /// <summary>
    /// How long a key is published before it signs. S-23 asks for 24 hours; a day more leaves room for systems that keep the published set
    /// for a day, and for nodes that look at the rows once a minute.
    /// </summary>
    public static readonly TimeSpan Announced = TimeSpan.FromDays(2);

    /// <summary>How long a key signs before the next one does: about 90 days, as the portal looks once an hour.</summary>
    public static readonly TimeSpan Signs = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a key stays published after its last signature. No token lives longer than a visit (12 hours; a test compares them); the rest is
    /// for a system that shows an old ID token when it signs a person out.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <param name="signsFrom">From when on the key signs.</param>
    /// <param name="next">From when on the next key signs; null while there is none.</param>
    /// <param name="now">The instant asked about. A limit belongs to what begins with it.</param>
    public static KeyState StateOf(DateTimeOffset signsFrom, DateTimeOffset? next, DateTimeOffset now) =>
        now < signsFrom ? KeyState.Announced
        : next is not { } followed || now < followed ? KeyState.Signing
        : now < followed + Kept ? KeyState.Retired
        : KeyState.Gone;

    /// <summary>Is it time to announce the key after the latest one?</summary>
    public static bool IsNextDue(DateTimeOffset latestSignsFrom, DateTimeOffset now) => now >= latestSignsFrom + Signs - Announced;

    /// <summary>Each key with its state; the keys of one purpose in the order in which they were made.</summary>
    public static IEnumerable<(ConnectKey Key, KeyState State)> StatesOf(IReadOnlyList<ConnectKey> keys, DateTimeOffset now) =>
        keys.Select((key, i) => (key, StateOf(key.SignsFrom, i + 1 < keys.Count ? keys[i + 1].SignsFrom : null, now)));
}
