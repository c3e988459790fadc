namespace Portal.Application.Recognition.Domain;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed on every machine and runtime, which a report that is pinned
/// by its hash needs. Not for secrets.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to below <paramref name="bound"/> (Lemire's multiplication; the bias is below bound / 2^64).</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>From 0 to below 1, in steps of 2^-53.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));
}
