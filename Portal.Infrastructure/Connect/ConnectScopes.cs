namespace Portal.Infrastructure.Connect;

/// <summary>What a connected system can ask for beyond the scopes of OpenID Connect itself.</summary>
public static class ConnectScopes
{
    /// <summary>The person's own name, language and roles, through <c>/api/me</c>.</summary>
    public const string Me = "portal.me";

    /// <summary>The audience of tokens for the portal's own API.</summary>
    public const string PortalApi = "portal-api";
}
