using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What would apply today. The address holds codes only, and nothing is kept.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class EligibilityController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(EligibilityForm form, CancellationToken ct)
    {
        // An address from elsewhere that cannot be read shows the page without it.
        ModelState.Clear();
        return View(new EligibilityPage(form, await Sender.Send(form.ToQuery(), ct)));
    }
}
