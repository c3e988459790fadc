using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.Seeding;
using Portal.Tests.Support;
using Portal.Web;
using Portal.Web.Infrastructure;

namespace Portal.Tests.Pages.Host;

/// <summary>Production refuses to start for each weak setting, and says all of them at once (S-51).</summary>
public sealed class SelfCheckTests : IDisposable
{
    private static readonly string[] s_sound =
    [
        "--environment=Production", "--AllowedHosts=portal.example", "--Portal:PublicOrigin=https://portal.example",
        "--DataProtection:AllowUnprotectedKeys=true", "--Mail:AllowPickup=true", "--Portal:ContactMail=help@portal.example",
    ];

    private static readonly string[] s_provider =
    [
        .. new[] { "Key=gov", "Issuer=https://id.example", "ClientId=portal", "ClientSecret=secret", "Name:Ja=政府ID", "Name:En=Government ID" }
            .Select(p => $"--Federation:Providers:0:{p}"),
    ];

    private readonly string _state = Directory.CreateTempSubdirectory("portal-check-").FullName;

    private readonly PortalTemplate _template;

    public SelfCheckTests(PortalTemplate template)
    {
        _template = template;
        using var maker = new KeyMaker();
        File.WriteAllText(Path.Combine(_state, "roots.pem"), maker.RootPem);
    }

    private string[] Keys => ["--Passkeys:DeviceBound:Aaguids:0=5e1f0001-7c3a-4f7e-9a51-0d2b6c8e4f10", $"--Passkeys:DeviceBound:RootsPath={Path.Combine(_state, "roots.pem")}"];

    [Fact]
    public async Task Sound_settings_on_a_migrated_database_have_no_reason() => Assert.Empty(await ReasonsAsync());

    [Theory]
    [InlineData("--AllowedHosts=*", "AllowedHosts")]
    [InlineData("--AllowedHosts=", "AllowedHosts")]
    [InlineData("--Portal:PublicOrigin=http://portal.example", "Portal:PublicOrigin")]
    [InlineData("--Portal:PublicOrigin=", "Portal:PublicOrigin")]
    [InlineData("--DataProtection:AllowUnprotectedKeys=false", "keys")]
    [InlineData("--Mail:AllowPickup=false", "Mail")]
    [InlineData("--Portal:ContactMail=", "Portal:SecurityContactMail")]
    [InlineData("--DetailedErrors=true", "Debug pages")]
    [InlineData("--Recognition:ReviewGraceDays=-1", "Recognition:ReviewGraceDays")]
    [InlineData("--Passkeys:DeviceBound:Aaguids:0=", "Passkeys:DeviceBound:Aaguids")]
    [InlineData("--Passkeys:DeviceBound:Aaguids:1=YubiKey", "no AAGUID: YubiKey")]
    [InlineData("--Passkeys:DeviceBound:RootsPath=/nowhere.pem", "Passkeys:DeviceBound:RootsPath")]
    public async Task A_weak_setting_is_a_reason(string setting, string named) =>
        Assert.Contains(named, Assert.Single(await ReasonsAsync([setting])), StringComparison.Ordinal);

    [Fact]
    public async Task Keys_that_lay_open_before_the_certificate_was_set_are_a_reason_and_sealed_ones_are_none()
    {
        var certificate = Path.Combine(_state, "keys.pfx");
        using (var key = RSA.Create(2048))
        using (var made = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100)))
        {
            await File.WriteAllBytesAsync(certificate, made.Export(X509ContentType.Pkcs12), TestContext.Current.CancellationToken);
        }

        string[] sealing = ["--DataProtection:AllowUnprotectedKeys=false", $"--DataProtection:CertificatePath={certificate}"];
        await SealSomethingAsync(sealing);
        Assert.Empty(await ReasonsAsync(sealing));

        Directory.Delete(Path.Combine(_state, "keys"), recursive: true);
        await SealSomethingAsync([]);
        Assert.Contains("key-", Assert.Single(await ReasonsAsync(sealing)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roots_that_cannot_be_read_are_a_reason()
    {
        var broken = Path.Combine(_state, "broken.pem");
        await File.WriteAllTextAsync(broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", TestContext.Current.CancellationToken);
        Assert.Contains("RootsPath", Assert.Single(await ReasonsAsync([$"--Passkeys:DeviceBound:RootsPath={broken}"])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Development_keys_beside_those_of_the_database_are_a_reason(bool areThere)
    {
        var services = new ServiceCollection();
        services.AddOpenIddict().AddServer(server => _ = areThere ? server.AddEphemeralSigningKey().AddEphemeralEncryptionKey() : server);
        using var provider = services.BuildServiceProvider();
        Assert.Equal(areThere, ServerKeys.HaveCompany(provider));
    }

    [Fact]
    public async Task A_whole_outside_provider_is_no_reason() => Assert.Empty(await ReasonsAsync(s_provider));

    [Theory]
    [InlineData("--Federation:Providers:0:Issuer=http://id.example", "Issuer")]
    [InlineData("--Federation:Providers:0:Issuer=", "Issuer")]
    [InlineData("--Federation:Providers:0:ClientSecret=", "ClientSecret")]
    [InlineData("--Federation:Providers:0:ClientId=", "ClientId")]
    [InlineData("--Federation:Providers:0:Name:Ja=", "Name:Ja")]
    [InlineData("--Federation:Providers:0:Key=A/B", "Key")]
    [InlineData("--Federation:Providers:0:KeyPath=/nowhere.pem", "KeyPath", "ClientSecret=")]
    public async Task An_outside_provider_must_be_whole_and_safe(string setting, string named, string? without = null)
    {
        string[] settings = [.. s_provider.Select(p => without is not null && p.Contains(without, StringComparison.Ordinal) ? p[..(p.IndexOf(without, StringComparison.Ordinal) + without.Length)] : p), setting];
        Assert.Contains(named, Assert.Single(await ReasonsAsync(settings)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_schema_is_a_reason() =>
        Assert.Contains("migrate", Assert.Single(await ReasonsAsync(migrated: false)), StringComparison.Ordinal);

    [Fact]
    public async Task All_reasons_are_said_at_once() =>
        Assert.Equal(5, (await ReasonsAsync(["--AllowedHosts=*", "--Portal:PublicOrigin=", "--DataProtection:AllowUnprotectedKeys=false", "--Mail:AllowPickup=false"], migrated: false)).Count);

    [Fact]
    public async Task Weak_pragmas_are_named()
    {
        _template.CopyTo(Path.Combine(_state, "portal.db"));
        var options = new DbContextOptionsBuilder<PortalDbContext>().UseSqlite($"Data Source={Path.Combine(_state, "portal.db")};Foreign Keys=False;Pooling=False");
        await using var db = new PortalDbContext(options.Options);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE;", TestContext.Current.CancellationToken);
        Assert.Equal(
            ["journal_mode is delete, must be wal", "synchronous is 0, must be 2", "foreign_keys is 0, must be 1"],
            await db.WeakSettingsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Demonstration_data_is_a_reason()
    {
        _template.CopyTo(Path.Combine(_state, "portal.db"));
        await using var app = Build([]);
        await using var scope = app.Services.CreateAsyncScope();
        var reasons = await SelfCheck.ReasonsAsync(app, new DemoIsThere(), TestContext.Current.CancellationToken);
        Assert.Contains("demonstration data", Assert.Single(reasons), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_state, recursive: true);
    }

    private async Task SealSomethingAsync(string[] settings)
    {
        await using var app = Build(settings);
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("anything").Protect([1]);
    }

    private async Task<IReadOnlyList<string>> ReasonsAsync(string[]? settings = null, bool migrated = true)
    {
        if (migrated && !File.Exists(Path.Combine(_state, "portal.db")))
        {
            _template.CopyTo(Path.Combine(_state, "portal.db"));
        }

        await using var app = Build(settings ?? []);
        return await SelfCheck.ReasonsAsync(app, null, TestContext.Current.CancellationToken);
    }

    private WebApplication Build(string[] settings) => Program.Build([.. s_sound, .. Keys, $"--PORTAL_STATE={_state}", $"--contentRoot={Path.Combine(Repository.Root, "Portal.Web")}", .. settings]);

    private sealed class DemoIsThere : IDemonstrationWorld
    {
        public Task<bool> ExistsAsync(CancellationToken ct) => Task.FromResult(true);

        public Task<string> SeedAsync(CancellationToken ct) => throw new InvalidOperationException();
    }
}
