using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>How far all certifications cover all targets, for the desks of both governments.</summary>
[Area("Recognition"), Authorize]
public sealed class CoverageController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CoverageForm form, CancellationToken ct) => View(new CoveragePage(form, await Sender.Send(form.ToQuery(), ct)));
}
