using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Identity.Queries;
using Portal.Web.Areas.Identity.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Identity.Controllers;

[Area("Identity"), Authorize]
public sealed class OrganisationsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListOrganisations(PageLanguage.Current), ct));

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => View(await Sender.Send(new OrganisationDetails(id), ct));

    [HttpGet]
    public async Task<IActionResult> Register(CancellationToken ct)
    {
        // The empty form stands behind the same door as the list.
        await Sender.Send(new ListOrganisations(PageLanguage.Current), ct);
        return View(new RegisterOrganisationForm());
    }

    [HttpPost]
    public async Task<IActionResult> Register(RegisterOrganisationForm form, CancellationToken ct)
    {
        var (done, id) = await TryAsync(form.ToCommand(ModelState, Text), ct);
        return done ? RedirectToAction(nameof(Details), new { id }) : View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Rename(Guid id, CancellationToken ct)
    {
        var organisation = await Sender.Send(new OrganisationDetails(id), ct);
        return View(new RenameOrganisationForm { Ja = organisation.Name.Ja, En = organisation.Name.En });
    }

    [HttpPost]
    public async Task<IActionResult> Rename(Guid id, RenameOrganisationForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id, ModelState, Text), ct) ? RedirectToAction(nameof(Details), new { id }) : View(form);
}
