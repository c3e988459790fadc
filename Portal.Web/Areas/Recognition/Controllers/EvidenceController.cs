using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What the versions of a certification prove, statement by statement.</summary>
[Area("Recognition"), Authorize]
public sealed class EvidenceController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(string? id, Guid? version, int page = 1, CancellationToken ct = default) => View(await EvidenceAsync(id, version, page, ct));

    [HttpGet]
    public async Task<IActionResult> Describe(string? id, CancellationToken ct) => View(new VersionForm { Evidence = await EvidenceAsync(id, null, 1, ct) });

    [HttpPost]
    public async Task<IActionResult> Describe(string? id, VersionForm form, CancellationToken ct)
    {
        var (done, version) = await TryAsync(form.ToCommand(CodeAddress.CodeAt(id ?? ""), ModelState, Text), ct);
        if (done)
        {
            return ToVersion(id, version);
        }

        form.Evidence = await EvidenceAsync(id, null, 1, ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Correct(string? id, Guid version, CancellationToken ct)
    {
        var evidence = await EvidenceAsync(id, version, 1, ct);
        return evidence.CanWrite ? View(VersionForm.Of(evidence)) : throw new ForbiddenException();
    }

    [HttpPost]
    public async Task<IActionResult> Correct(string? id, Guid version, VersionForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCorrection(version, ModelState, Text), ct))
        {
            return ToVersion(id, version);
        }

        form.Evidence = await EvidenceAsync(id, version, 1, ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Record(string? id, Guid version, CancellationToken ct) => View(ClaimForm.On(await EvidenceAsync(id, version, 1, ct)));

    [HttpPost]
    public async Task<IActionResult> Record(string? id, Guid version, ClaimForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCommand(version), ct))
        {
            return ToVersion(id, version);
        }

        form.Evidence = await EvidenceAsync(id, version, 1, ct);
        return View(form);
    }

    [HttpPost]
    public async Task<IActionResult> Remove(string? id, Guid version, Guid claim, CancellationToken ct) =>
        await TryAsync(new RemoveClaim(version, claim), ct) ? ToVersion(id, version) : View(nameof(Index), await EvidenceAsync(id, version, 1, ct));

    private async Task<CertificationEvidence.Evidence> EvidenceAsync(string? id, Guid? version, int page, CancellationToken ct) =>
        await Sender.Send(new CertificationEvidence(CodeAddress.CodeAt(id ?? ""), version, page), ct);

    private RedirectToActionResult ToVersion(string? id, Guid version) => RedirectToAction(nameof(Index), new { id, version });
}
