using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Queries;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The catalogue of certifications. A certification's address is its code and stays for good.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class CertificationsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CatalogueForm form, CancellationToken ct) => View(new CataloguePage(form, await Sender.Send(form.ToQuery(), ct)));

    [HttpGet]
    public async Task<IActionResult> Details(string? id, CancellationToken ct) => View(await Sender.Send(new CertificationDetails(CodeAddress.CodeAt(id ?? "")), ct));
}
