using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>The certifications that a person holds, with their papers.</summary>
[Area("Recognition"), Authorize]
public sealed class HeldController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListHeld(), ct));

    [HttpGet]
    public async Task<IActionResult> Add(string? certification, CancellationToken ct) => View(await FilledAsync(new HeldForm { Certification = certification }, null, ct));

    [HttpPost]
    public async Task<IActionResult> Add(HeldForm form, CancellationToken ct)
    {
        var (done, id) = await TryAsync(form.ToAdd(ModelState, Text), ct);
        return done ? RedirectToAction(nameof(Edit), new { id }) : View(await FilledAsync(form, null, ct));
    }

    [HttpGet]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => View(await EditAsync(id, ct));

    [HttpPost]
    public async Task<IActionResult> Edit(Guid id, HeldForm form, CancellationToken ct) =>
        await TryAsync(form.ToEdit(id, ModelState, Text), ct) ? RedirectToAction(nameof(Index)) : View(await FilledAsync(form, id, ct));

    [HttpGet]
    public async Task<IActionResult> Remove(Guid id, CancellationToken ct) => View(await Sender.Send(new HeldDetails(id), ct));

    [HttpPost, ActionName(nameof(Remove))]
    public async Task<IActionResult> RemoveNow(Guid id, CancellationToken ct) =>
        await TryAsync(new RemoveHeld(id), ct) ? RedirectToAction(nameof(Index)) : await Remove(id, ct);

    [HttpPost, RequestSizeLimit(RequestLimits.Upload), RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Upload(Guid id, EvidenceForm form, CancellationToken ct)
    {
        var done = form.ToFile() is { } file ? await TryAsync(new UploadHeldFile(id, file), ct) : Accept([new("Cases.File.None", "File")]);
        return done ? RedirectToAction(nameof(Edit), new { id }) : View(nameof(Edit), await EditAsync(id, ct));
    }

    [HttpPost]
    public async Task<IActionResult> RemoveFile(Guid id, Guid file, CancellationToken ct) =>
        await TryAsync(new RemoveHeldFile(id, file), ct) ? RedirectToAction(nameof(Edit), new { id }) : View(nameof(Edit), await EditAsync(id, ct));

    /// <summary>A file leaves as an attachment that no browser runs or shows inside the portal (S-35).</summary>
    [HttpGet, Sandboxed, RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Evidence(Guid id, CancellationToken ct)
    {
        var file = await Sender.Send(new EvidenceContent(null, id), ct);
        return File(file.Bytes, FileResults.ContentTypeOf(file.Kind), file.FileName);
    }

    private async Task<HeldForm> EditAsync(Guid id, CancellationToken ct) => await FilledAsync(HeldForm.Of(await Sender.Send(new HeldDetails(id), ct)), id, ct);

    private async Task<HeldForm> FilledAsync(HeldForm form, Guid? id, CancellationToken ct)
    {
        form.Certifications = await Sender.Send(new CertificationChoices(), ct);
        form.Held = id is { } known ? form.Held ?? await Sender.Send(new HeldDetails(known), ct) : null;
        return form;
    }
}
