using Microsoft.AspNetCore.Http;

namespace Portal.Infrastructure.Connect;

/// <summary>The addresses of the protocol: only here does the OpenID Connect server take part in a request.</summary>
public static class ProtocolPaths
{
    /// <summary>The portal's own API: bearer tokens only, no cookie is looked at.</summary>
    public static readonly PathString Api = "/api";

    private static readonly PathString[] s_all =
    [
        "/connect", "/ja/connect/authorize", "/en/connect/authorize", "/ja/connect/logout", "/en/connect/logout",
        "/.well-known/openid-configuration", "/.well-known/jwks", Api,
    ];

    private static readonly PathString[] s_secret = ["/connect/token", "/connect/introspect", "/connect/revoke", "/connect/par"];

    /// <summary>Where systems show their own secrets, codes and tokens.</summary>
    public static bool TakeSecrets(PathString path) => s_secret.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    public static bool Contain(PathString path) => s_all.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));
}
