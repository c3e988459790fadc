using Microsoft.AspNetCore.Http;

namespace Portal.Infrastructure.Connect;

/// <summary>The addresses of the protocol: only here does the OpenID Connect server take part in a request.</summary>
public static class ProtocolPaths
{
    private static readonly PathString[] s_all =
        ["/connect", "/ja/connect", "/en/connect", "/api", "/.well-known/openid-configuration", "/.well-known/jwks"];

    public static bool Contain(PathString path) => s_all.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));
}
