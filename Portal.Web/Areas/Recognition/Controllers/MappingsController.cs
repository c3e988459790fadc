using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>How statements of one framework version cover those of another.</summary>
[Area("Recognition"), Authorize]
public sealed class MappingsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(string? from, string? to, int page = 1, CancellationToken ct = default) => View(await ListAsync(from, to, page, ct));

    [HttpGet]
    public async Task<IActionResult> Record(string? from, string? to, CancellationToken ct)
    {
        var found = await PairAsync(from, to, ct);
        return found.CanWrite ? View(new MappingForm { Found = found }) : throw new ForbiddenException();
    }

    [HttpPost]
    public async Task<IActionResult> Record(string? from, string? to, MappingForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCommand(from, to), ct))
        {
            return RedirectToAction(nameof(Index), new { from, to });
        }

        form.Found = await PairAsync(from, to, ct);
        return View(form);
    }

    [HttpPost]
    public async Task<IActionResult> Remove(string? from, string? to, Guid set, Guid mapping, CancellationToken ct) =>
        await TryAsync(new RemoveMapping(set, mapping), ct) ? RedirectToAction(nameof(Index), new { from, to }) : View(nameof(Index), await ListAsync(from, to, 1, ct));

    private async Task<ListMappings.Listing> ListAsync(string? from, string? to, int page, CancellationToken ct) => await Sender.Send(new ListMappings(Chosen(from), Chosen(to), page), ct);

    private async Task<ListMappings.Listing> PairAsync(string? from, string? to, CancellationToken ct) =>
        await ListAsync(from, to, 1, ct) is { From: not null } pair ? pair : throw new NotFoundException();

    private static string? Chosen(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed;
}
