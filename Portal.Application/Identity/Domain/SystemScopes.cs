namespace Portal.Application.Identity.Domain;

/// <summary>What a system may ask for (OpenID Connect Core §5.4, §11; <c>portal.me</c> is the portal's own).</summary>
public static class SystemScopes
{
    public const string OpenId = "openid", Profile = "profile", Email = "email", OfflineAccess = "offline_access", Me = "portal.me";

    public static readonly IReadOnlyList<string> All = [OpenId, Profile, Email, OfflineAccess, Me];

    /// <summary>All of them tell about a signed-in person, and a service has none.</summary>
    public static IReadOnlyList<string> Of(SystemKind kind) => kind == SystemKind.Service ? [] : All;
}
