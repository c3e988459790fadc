namespace Portal.Infrastructure.Identity;

/// <summary>Lets a try at a secret through, or says how long to wait. A right answer forgets the tries (S-15).</summary>
/// <remarks>The same for known and unknown accounts (S-17). Passkeys do not pass here: nobody can shut out whom holds one.</remarks>
public sealed class SignInAttempts(Tallies tallies)
{
    /// <summary>Tries before the first wait: from one place at one account, at one account from anywhere, from one place at any account.</summary>
    public const int AtOneAccountFromOnePlace = 5, AtOneAccount = 50, FromOnePlace = 300;

    private static readonly TimeSpan s_firstWait = TimeSpan.FromMinutes(1), s_longestWait = TimeSpan.FromHours(1);

    /// <param name="subject">Whose account: the canonical address or the person's id.</param>
    /// <param name="place">Where the try comes from (<see cref="NetworkSource"/>).</param>
    /// <returns>How long to wait; null when the try may go on.</returns>
    public async Task<TimeSpan?> ReserveAsync(string subject, string place, CancellationToken ct)
    {
        foreach (var (key, free) in Locks(subject, place))
        {
            if (await tallies.CountAsync(key, Tries(free), ct) is { } wait)
            {
                return wait;
            }
        }

        return null;
    }

    /// <summary>The answer was right. Tries from the same place at other accounts keep their count.</summary>
    public Task ForgetAsync(string subject, string place, CancellationToken ct) =>
        tallies.ForgetAsync([.. Locks(subject, place).Take(2).Select(l => l.Key)], ct);

    /// <summary>1, 2, 4 … 60 minutes.</summary>
    private static Rate Tries(int free) => new(free, Tallies.Forgotten)
    {
        Penalty = tooMany => TimeSpan.FromTicks(Math.Min(s_longestWait.Ticks, s_firstWait.Ticks << Math.Min(tooMany, 10))),
    };

    private static IEnumerable<(string Key, int Free)> Locks(string subject, string place) =>
    [
        (Tallies.KeyOf("both", subject, place), AtOneAccountFromOnePlace),
        (Tallies.KeyOf("account", subject), AtOneAccount),
        (Tallies.KeyOf("place", place), FromOnePlace),
    ];
}
