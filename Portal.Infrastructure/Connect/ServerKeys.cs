using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The keys in memory of this node. They are read when a request to the protocol comes in and the last look at the rows is a minute old;
/// never at the start, and never for a page. When they differ, OpenIddict's settings are made anew with them: no restart.
/// </summary>
/// <remarks>OpenIddict signs with the first of its signing keys, publishes all of them and accepts what any of them signed; likewise for encryption.</remarks>
public sealed class ServerKeys(
    IServiceProvider services, KeyMaterial material, IOptionsMonitorCache<OpenIddictServerOptions> server,
    IOptionsMonitorCache<OpenIddictValidationOptions> validation, TimeProvider clock, ILogger<ServerKeys> log)
    : IConfigureOptions<OpenIddictServerOptions>, IDisposable
{
    /// <summary>How late a node may learn of a key that another one made or deleted.</summary>
    public static readonly TimeSpan LooksAgainAfter = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private volatile Opened? _opened;

    /// <summary>Looks at the rows when it is time.</summary>
    /// <returns>False when there are keys that cannot be opened; then there is no protocol until the key ring is back or the keys are replaced.</returns>
    public async Task<bool> AreReadyAsync(CancellationToken ct)
    {
        if (_opened is not { } seen || !IsFresh(seen))
        {
            await _oneAtATime.WaitAsync(ct);
            try
            {
                seen = _opened is { } other && IsFresh(other) ? other : await LookAsync(ct);
            }
            finally
            {
                _oneAtATime.Release();
            }
        }

        return seen.Signing.Count > 0;
    }

    public void Configure(OpenIddictServerOptions options)
    {
        if (_opened is { } opened)
        {
            options.SigningCredentials.AddRange(opened.Signing);
            options.EncryptionCredentials.AddRange(opened.Encryption);
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>Does something else give the server keys, such as those for development or those that end with the process?</summary>
    public static bool HaveCompany(IServiceProvider services)
    {
        var options = new OpenIddictServerOptions();
        foreach (var other in services.GetServices<IConfigureOptions<OpenIddictServerOptions>>().Where(c => c is not ServerKeys))
        {
            other.Configure(options);
        }

        return options.SigningCredentials.Count + options.EncryptionCredentials.Count > 0;
    }

    private bool IsFresh(Opened seen) => clock.GetUtcNow() - seen.At is var age && age >= TimeSpan.Zero && age < LooksAgainAfter;

    private async Task<Opened> LookAsync(CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ConnectKeys>().EnsureAsync(ct);
        var now = clock.GetUtcNow();
        var keys = rows.GroupBy(k => k.Purpose).SelectMany(g => KeyLife.StatesOf([.. g], now))
            .Where(k => k.State != KeyState.Gone).OrderBy(k => k.State == KeyState.Signing ? 0 : 1).ToList();
        var order = string.Join(' ', keys.Select(k => k.Key.KeyId));
        if (_opened is { Signing.Count: > 0 } before && before.Order == order)
        {
            return _opened = before with { At = now };
        }

        _opened = Open(keys, order, now);
        // In this order: validation takes its keys from the server's settings.
        server.TryRemove(Options.DefaultName);
        validation.TryRemove(Options.DefaultName);
        return _opened;
    }

    private Opened Open(IReadOnlyList<(ConnectKey Key, KeyState State)> keys, string order, DateTimeOffset now)
    {
        try
        {
            return new(now, order,
                [.. keys.Where(k => k.Key.Purpose == KeyPurpose.Signing).Select(k => k.State == KeyState.Signing ? material.Signing(k.Key) : KeyMaterial.Published(k.Key))],
                [.. keys.Where(k => k.Key.Purpose == KeyPurpose.Encryption).Select(k => material.Encryption(k.Key))]);
        }
        catch (CryptographicException)
        {
            log.LogError("Connect: the keys cannot be opened with this key ring. Bring the ring back, or run \"keys rotate --now\"");
            return new(now, order, [], []);
        }
    }

    private sealed record Opened(DateTimeOffset At, string Order, IReadOnlyList<SigningCredentials> Signing, IReadOnlyList<EncryptingCredentials> Encryption);
}
