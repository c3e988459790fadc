using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Infrastructure;

namespace Portal.Web.Controllers;

/// <summary>What the portal is for, what can be done here, and until when.</summary>
[AllowAnonymous]
public sealed class HomeController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet(LanguageChoice.Route)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListPublicCalls(), ct));
}
