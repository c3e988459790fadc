using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;

namespace Portal.Tests.Support;

/// <summary>Connected systems as they stand when a test begins, and keys to paste.</summary>
internal static class SystemsInHost
{
    public const string Callback = "https://app.example.gov/callback";

    /// <summary>A system of the administrator's own office, past the pages.</summary>
    public static async Task<RegisterSystem.Registered> RegisterSystemAsync(
        this PortalHost host, SignedIn admin, SystemKind kind = SystemKind.Service, string name = "Case register", string? keys = null)
    {
        var authentication = kind == SystemKind.Native ? SystemAuthentication.None : keys is null ? SystemAuthentication.Secret : SystemAuthentication.Key;
        var registered = await host.SendAsync(admin.Actor, new RegisterSystem(
            admin.Actor.OrganisationId, kind, "案件台帳", name, kind == SystemKind.Service ? null : Callback, null,
            kind == SystemKind.Service ? [] : [SystemScopes.OpenId, SystemScopes.Me], authentication, keys));
        Assert.Empty(registered.Errors);
        return registered.Value!;
    }

    public static Task<ConnectedSystem> SystemAsync(this PortalHost host, Guid id) =>
        host.InDatabaseAsync(async db => (await db.ConnectedSystems.FindAsync(id))!);

    /// <summary>A new P-256 key as JSON Web Key.</summary>
    public static string EllipticKey(bool withPrivatePart = false)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = key.ExportParameters(true);
        var jwk = new Dictionary<string, string> { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Text(parts.Q.X!), ["y"] = Text(parts.Q.Y!) };
        return Json(withPrivatePart ? jwk.Append(new("d", Text(parts.D!))) : jwk);
    }

    public static string RsaKey(int bits)
    {
        using var key = RSA.Create(bits);
        var parts = key.ExportParameters(false);
        return Json(new Dictionary<string, string> { ["kty"] = "RSA", ["n"] = Text(parts.Modulus!), ["e"] = Text(parts.Exponent!) });
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static string Json(IEnumerable<KeyValuePair<string, string>> members) => JsonSerializer.Serialize(members.ToDictionary());
}
