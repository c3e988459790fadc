using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;

namespace Portal.Web.Areas.Connect.Controllers;

/// <summary>The portal's own API for connected systems. No cookie opens it.</summary>
[Area("Connect"), Authorize(Policy = SystemScopes.Me)]
public sealed class MeController(ISender sender) : Controller
{
    /// <summary>
    /// The person of an access token with the scope <c>portal.me</c> (Bearer, RFC 6750):
    /// <c>{ "id", "name", "language": "ja" | "en", "roles": [{ "role", "organisation": { "ja", "en" } }] }</c>. Roles are those in force now; staff who
    /// have not signed in strongly have none (S-11). 401 with <c>WWW-Authenticate</c> without a token that stands
    /// and is meant for this API; one without the scope is not.
    /// </summary>
    [HttpGet("/api/me")]
    public async Task<IActionResult> Index(CancellationToken ct) => Json(await sender.Send(new AboutMe(), ct));
}
