using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>Equivalences as everybody may know them. The address of one is its number and stays for good.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class EquivalencesController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(EquivalenceForm form, CancellationToken ct) => View(new EquivalencesPage(form, await Sender.Send(form.ToQuery(), ct)));

    [HttpGet]
    public async Task<IActionResult> Details(string? id, PairForm form, CancellationToken ct) => View(new PairPage(await Sender.Send(form.ToQuery(id), ct), form));

    /// <summary>One pair as a file, with every version that both governments signed.</summary>
    /// <param name="format">csv, xlsx or json.</param>
    [HttpGet]
    public async Task<IActionResult> Download(string? id, string? format, CancellationToken ct)
    {
        var pair = await Sender.Send(new PublishedEquivalence(id ?? ""), ct);
        return OpenData.In(format, pair.Number, pair.Hash, () => PairTable.Of(pair, Text), () => PairTable.Content(pair));
    }
}
