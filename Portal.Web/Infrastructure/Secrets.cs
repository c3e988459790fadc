using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using Portal.Infrastructure;

namespace Portal.Web.Infrastructure;

/// <summary>Keys and cookies.</summary>
internal static class Secrets
{
    public const string CertificateSetting = "DataProtection:CertificatePath", PasswordSetting = "DataProtection:CertificatePassword";

    /// <summary>The key ring lies in the state folder, sealed with the certificate of <c>DataProtection:CertificatePath</c> (PKCS #12) when one is set.</summary>
    public static void AddPortalKeys(this WebApplicationBuilder builder, PortalState state)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName("Portal").PersistKeysToFileSystem(new DirectoryInfo(state.Keys));
        if (builder.Configuration[CertificateSetting] is { Length: > 0 } path)
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, builder.Configuration[PasswordSetting]));
        }
    }

    /// <summary>Files of the key ring that hold their secret as it is.</summary>
    public static IReadOnlyList<string> InClear(PortalState state) =>
        [.. Directory.EnumerateFiles(state.Keys, "key-*.xml").Where(f => !File.ReadAllText(f).Contains("<encryptedSecret", StringComparison.Ordinal)).Select(Path.GetFileName).Order().OfType<string>()];

    /// <summary>Outside Development every cookie is Secure, also behind a proxy that ends TLS; on a plain localhost that would lose them all.</summary>
    public static void AddPortalCookies(this WebApplicationBuilder builder)
    {
        var isPlain = builder.Environment.IsDevelopment();
        builder.Services.Configure<CookiePolicyOptions>(o =>
        {
            o.Secure = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            o.HttpOnly = HttpOnlyPolicy.Always;
            o.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        builder.Services.AddAntiforgery(o => o.Cookie.Name = isPlain ? "portal-form" : "__Host-portal-form");
    }
}
