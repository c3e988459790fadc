using Portal.Application.Identity.Domain;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary>What a connected system may do at the OpenID Connect server, and how it must do it (S-20).</summary>
internal static class ClientRights
{
    public static IEnumerable<string> RequirementsOf(ConnectedSystem system) => (system.Kind, system.IsConfidential) switch
    {
        (SystemKind.Service, _) => [],
        (_, true) => [Requirements.Features.ProofKeyForCodeExchange, Requirements.Features.PushedAuthorizationRequests],
        _ => [Requirements.Features.ProofKeyForCodeExchange],
    };

    /// <summary>A suspended system is known, and may do nothing.</summary>
    public static IEnumerable<string> PermissionsOf(ConnectedSystem system) => system switch
    {
        { Status: not ConnectedSystemStatus.InForce } => [],
        { Kind: SystemKind.Service } => [.. Always(system), Permissions.GrantTypes.ClientCredentials],
        _ => [.. Always(system), .. WithPeople(system)],
    };

    private static IEnumerable<string> Always(ConnectedSystem system) =>
    [
        Permissions.Endpoints.Token, Permissions.Endpoints.Revocation,
        .. system.IsConfidential ? [Permissions.Endpoints.Introspection] : Array.Empty<string>(),
        .. system.Scopes.Where(s => s is not (SystemScopes.OpenId or SystemScopes.OfflineAccess)).Select(s => Permissions.Prefixes.Scope + s),
    ];

    private static IEnumerable<string> WithPeople(ConnectedSystem system)
    {
        yield return Permissions.Endpoints.Authorization;
        yield return Permissions.Endpoints.PushedAuthorization;
        yield return Permissions.Endpoints.EndSession;
        yield return Permissions.GrantTypes.AuthorizationCode;
        yield return Permissions.ResponseTypes.Code;
        if (system.Scopes.Contains(SystemScopes.OfflineAccess))
        {
            yield return Permissions.GrantTypes.RefreshToken;
        }
    }
}
