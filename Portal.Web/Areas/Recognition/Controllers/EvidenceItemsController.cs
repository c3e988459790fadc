using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The documents that claims about a certification rest on.</summary>
[Area("Recognition"), Authorize]
public sealed class EvidenceItemsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(string? id, CancellationToken ct) => View(await ListAsync(id, ct));

    [HttpGet]
    public async Task<IActionResult> Record(string? id, CancellationToken ct)
    {
        var list = await ListAsync(id, ct);
        return list.CanWrite ? View("Edit", new EvidenceItemForm { Certification = list.Certification }) : throw new ForbiddenException();
    }

    [HttpPost]
    public async Task<IActionResult> Record(string? id, EvidenceItemForm form, CancellationToken ct)
    {
        var certification = CodeAddress.CodeAt(id ?? "");
        var (done, _) = await TryAsync(form.ToRecord(certification, ModelState, Text), ct);
        return done ? RedirectToAction(nameof(Index), new { id }) : View("Edit", form.Of((await ListAsync(id, ct)).Certification, null));
    }

    [HttpGet]
    public async Task<IActionResult> Correct(string? id, Guid item, CancellationToken ct)
    {
        var list = await ListAsync(id, ct);
        return list.CanWrite ? View("Edit", EvidenceItemForm.Of(list, Find(list, item))) : throw new ForbiddenException();
    }

    [HttpPost]
    public async Task<IActionResult> Correct(string? id, Guid item, EvidenceItemForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCorrect(item, ModelState, Text), ct))
        {
            return RedirectToAction(nameof(Index), new { id });
        }

        var list = await ListAsync(id, ct);
        return View("Edit", form.Of(list.Certification, Find(list, item).Code));
    }

    private async Task<ListEvidenceItems.Listing> ListAsync(string? id, CancellationToken ct) => await Sender.Send(new ListEvidenceItems(CodeAddress.CodeAt(id ?? "")), ct);

    private static ListEvidenceItems.Row Find(ListEvidenceItems.Listing list, Guid item) => list.Rows.FirstOrDefault(r => r.Id == item) ?? throw new NotFoundException();
}
