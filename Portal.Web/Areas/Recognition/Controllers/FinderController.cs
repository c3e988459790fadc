using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What one certification counts for on the other side.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class FinderController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(FinderForm form, CancellationToken ct) => View(new FinderPage(form, await Sender.Send(form.ToQuery(), ct)));
}
