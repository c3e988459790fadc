using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;
using Portal.Web.Areas.Identity.Forms;
using Portal.Web.Infrastructure;
using Commands = Portal.Application.Identity.Commands;

namespace Portal.Web.Areas.Identity.Controllers;

[Area("Identity"), Authorize]
public sealed class MembersController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(MembersFilter filter, CancellationToken ct) =>
        View(new MembersPage(filter, await Sender.Send(filter.ToQuery(), ct), await OrganisationsAsync(ct)));

    [HttpGet]
    public async Task<IActionResult> Invite(Guid? organisation, CancellationToken ct) =>
        View(new InviteForm { OrganisationId = organisation, Organisations = await OrganisationsAsync(ct) });

    [HttpPost, Limited(Limit.Invitation)]
    public async Task<IActionResult> Invite(InviteForm form, CancellationToken ct)
    {
        var (done, _) = await TryAsync(form.ToCommand(ModelState, Text), ct);
        if (done)
        {
            return RedirectToAction(nameof(Index));
        }

        form.Organisations = await OrganisationsAsync(ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> InviteAgain(Guid id, CancellationToken ct) => View(await Sender.Send(new MemberDetails(id), ct));

    [HttpPost, ActionName(nameof(InviteAgain)), Limited(Limit.Invitation)]
    public async Task<IActionResult> SendAgain(Guid id, CancellationToken ct) =>
        await TryAsync(new Commands.InviteAgain(id), ct)
            ? RedirectToAction(nameof(Index))
            : View(await Sender.Send(new MemberDetails(id), ct));

    [HttpGet]
    public async Task<IActionResult> End(Guid id, CancellationToken ct) => View(new EndForm { Member = await Sender.Send(new MemberDetails(id), ct) });

    [HttpPost]
    public async Task<IActionResult> End(Guid id, EndForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCommand(id, ModelState, Text), ct))
        {
            return RedirectToAction(nameof(Index));
        }

        form.Member = await Sender.Send(new MemberDetails(id), ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> EndSessions(Guid id, CancellationToken ct) => await AskAsync(id, new EndSessionsForm(), ct);

    [HttpPost]
    public async Task<IActionResult> EndSessions(Guid id, EndSessionsForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id), ct) ? RedirectToAction(nameof(Index)) : await AskAsync(id, form, ct);

    private async Task<IActionResult> AskAsync(Guid id, EndSessionsForm form, CancellationToken ct)
    {
        form.Member = await Sender.Send(new MemberDetails(id), ct);
        return form.Member.State == MembershipState.InForce ? View(form) : NotFound();
    }

    private async Task<IReadOnlyList<SelectListItem>> OrganisationsAsync(CancellationToken ct) =>
        [.. (await Sender.Send(new ListOrganisations(PageLanguage.Current), ct))
            .Select(o => new SelectListItem(o.Name.Best(PageLanguage.Current).Text, o.Id.ToString()))];
}
