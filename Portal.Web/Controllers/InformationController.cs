using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Infrastructure;

namespace Portal.Web.Controllers;

/// <summary>The pages behind the links of the footer.</summary>
[AllowAnonymous]
public sealed class InformationController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet(LanguageChoice.Route + "/accessibility")]
    public IActionResult Accessibility() => View();

    [HttpGet(LanguageChoice.Route + "/privacy")]
    public IActionResult Privacy() => View();

    [HttpGet(LanguageChoice.Route + "/help")]
    public IActionResult Help() => View();

    [HttpGet(LanguageChoice.Route + SecurityContact.Page)]
    public IActionResult Security() => View();
}
