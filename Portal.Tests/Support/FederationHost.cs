using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Tests.Support;

/// <summary>A portal that knows three outside providers: two run beside it in Node, one with a secret and one with a key; the third does not answer.</summary>
public sealed class FederationHost(PortalTemplate template) : PortalHost(template), ILoggerProvider
{
    private const string Secret = "a secret of the test, long enough for HS256";

    private readonly List<NodeScript> _scripts = [];
    private readonly List<(string Name, string Value)> _settings = [];

    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>Of the provider "test".</summary>
    public Uri Provider { get; private set; } = null!;

    protected override IEnumerable<(string Name, string Value)> Settings =>
        [.. _settings, ("Logging:LogLevel:Portal.Infrastructure.Federation", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.Authentication", "Trace")];

    public override async ValueTask InitializeAsync()
    {
        // The provider's cookies end by the clock of the machine, not by a test's.
        Clock.SetUtcNow(new[] { TimeProvider.System.GetUtcNow(), TestData.Now }.Max());
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keyPath = Path.Combine(State.Create().Root, "client.pem");
        await File.WriteAllTextAsync(keyPath, key.ExportPkcs8PrivateKeyPem());
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(key));
        var (secret, keyed) = (await StartAsync(new { Now, Key = "test", Secret }), await StartAsync(new { Now, Key = "keyed", Jwk = new { jwk.Kty, jwk.Crv, jwk.X, jwk.Y } }));
        Provider = new(secret);
        Configure("test", secret, "試験サービス", "Test service", ("ClientSecret", Secret), ("StrongAcr:0", "urn:test:strong"));
        Configure("keyed", keyed, "鍵のサービス", "Key service", ("KeyPath", keyPath));
        Configure("down", "http://localhost:1", "停止中のサービス", "Silent service", ("ClientSecret", Secret));
        await base.InitializeAsync();
    }

    /// <summary>Time passes here and at the provider.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await AskAsync($"/test/skip?seconds={(int)time.TotalSeconds}");
    }

    public async Task<string> AskAsync(string path)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(Provider, path));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var script in _scripts)
        {
            await script.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Writer(Log);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddLogging(logs => logs.AddProvider(this)));
    }

    private long Now => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<string> StartAsync(object input)
    {
        var script = NodeScript.Start("provider.mjs", input);
        _scripts.Add(script);
        return (await script.ReadAsync()).GetProperty("address").GetString()!;
    }

    private void Configure(string key, string issuer, string ja, string en, params (string Name, string Value)[] more)
    {
        var place = $"Federation:Providers:{_settings.Count}";
        _settings.AddRange([($"{place}:Key", key), ($"{place}:Issuer", issuer), ($"{place}:ClientId", "portal"), ($"{place}:Name:Ja", ja), ($"{place}:Name:En", en)]);
        _settings.AddRange(more.Select(m => ($"{place}:{m.Name}", m.Value)));
    }

    private sealed class Writer(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);
    }
}
