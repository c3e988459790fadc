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

    public static bool Contain(PathString path) => s_all.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));
}
