using Portal.Application.Shared;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// The OpenID Connect server as the pages see it: requests come in checked, answers go out as the protocol says. Together with
/// <see cref="IAllowedSystems"/>, <see cref="TokenClaims"/> and <see cref="Visits"/> all that another server would have to be tied to.
/// </summary>
public interface IConnectServer
{
    /// <summary>The request for a sign-in that this address was called with.</summary>
    Task<AuthorizationRequest> AuthorizationAsync(CancellationToken ct);

    /// <summary>Answers with a code for the person, under the permission that they gave.</summary>
    Task IssueAsync(AuthorizationRequest request, SignInSession session, CancellationToken ct);

    /// <summary>Answers the registered address with an error of the protocol, such as <c>access_denied</c>.</summary>
    Task RefuseAsync(string error);

    /// <summary>The request to sign out that this address was called with.</summary>
    Task<LogoutRequest> LogoutAsync();

    /// <summary>Leads to the registered address that the request names, if it names one.</summary>
    /// <param name="otherwise">A path of this site.</param>
    Task FinishLogoutAsync(string otherwise);
}

/// <param name="Scopes">Known to the portal and allowed to the system.</param>
/// <param name="Fingerprint">Tells this request from every other.</param>
/// <param name="Target">The origin of the registered address, or the scheme of an app, as a source of CSP.</param>
/// <param name="Languages">Preferred languages of the page, best first.</param>
public sealed record AuthorizationRequest(
    string SystemId, BilingualText SystemName, IReadOnlyList<string> Scopes, IReadOnlyList<string> Prompts, TimeSpan? MaxAge,
    IReadOnlyList<string> AcrValues, string Fingerprint, string Target, IReadOnlyList<string> Languages);

/// <param name="VisitId">Whose sign-in is to end, from a valid hint; null without one.</param>
/// <param name="Target">Where the browser goes afterwards, as a source of CSP; null when nowhere.</param>
public sealed record LogoutRequest(Guid? VisitId, string? Target, IReadOnlyList<string> Languages);
