using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What there is to know about certifications, and what nobody has decided yet.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class OverviewController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet(LanguageChoice.Route + "/Recognition")]
    public IActionResult Index() => View();
}
