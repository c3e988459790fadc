using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The work roles of the NICE Framework. Without a version in the address, the newest one is shown.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class WorkRolesController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(string? framework, CancellationToken ct) => View(await Sender.Send(new ListWorkRoles(framework), ct));

    [HttpGet]
    public async Task<IActionResult> Details(string? id, string? framework, CancellationToken ct) => View(await Sender.Send(new WorkRoleDetails(id ?? "", framework), ct));
}
