using System.Net.Mime;
using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>A holder's requests for recognition, from the start to the statement.</summary>
[Area("Recognition"), Authorize]
public sealed class RequestsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await Sender.Send(new ListMyCases(), ct));

    /// <param name="id">The version under which recognition would be asked for.</param>
    [HttpGet]
    public async Task<IActionResult> Start(Guid id, CancellationToken ct) =>
        (await Sender.Send(new ListHeld(), ct)).Offers.FirstOrDefault(o => o.VersionId == id) is { } offer ? View(offer) : NotFound();

    [HttpPost, ActionName(nameof(Start))]
    public async Task<IActionResult> StartNow(Guid id, CancellationToken ct)
    {
        var (done, started) = await TryAsync(new StartCase(id), ct);
        return done ? RedirectToAction(nameof(Send), new { id = started }) : await Start(id, ct);
    }

    [HttpGet]
    public async Task<IActionResult> Send(Guid id, CancellationToken ct)
    {
        var own = await CaseAsync(id, ct);
        return View(new SendForm { Name = own.Name, Case = own });
    }

    [HttpPost]
    public async Task<IActionResult> Send(Guid id, SendForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCommand(id), ct))
        {
            return ToCase(id);
        }

        form.Case = await CaseAsync(id, ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => await DetailsAsync(id, new MyCasePage(), ct);

    [HttpPost]
    public async Task<IActionResult> Answer(Guid id, MyCasePage form, CancellationToken ct) =>
        await TryAsync(new AnswerInformation(id, CleanText.Prose(form.Answer)), ct) ? ToCase(id) : await DetailsAsync(id, form, ct);

    [HttpPost, RequestSizeLimit(RequestLimits.Upload), RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Upload(Guid id, EvidenceForm form, CancellationToken ct)
    {
        var done = form.ToFile() is { } file ? await TryAsync(new UploadCaseFile(id, file), ct) : Accept([new("Cases.File.None", "File")]);
        return done ? ToCase(id) : await DetailsAsync(id, new MyCasePage(), ct);
    }

    [HttpPost]
    public async Task<IActionResult> Choose(Guid id, List<int>? numbers, CancellationToken ct) =>
        await TryAsync(new ChooseMeasure(id, numbers ?? []), ct) ? ToCase(id) : await DetailsAsync(id, new MyCasePage(), ct);

    [HttpPost]
    public async Task<IActionResult> Renew(Guid id, long version, CancellationToken ct) =>
        await TryAsync(new RenewCertificate(id, version), ct) ? ToCase(id) : await DetailsAsync(id, new MyCasePage(), ct);

    [HttpPost]
    public async Task<IActionResult> AskReview(Guid id, MyCasePage form, CancellationToken ct) =>
        await TryAsync(new AskDecisionReview(id, CleanText.Prose(form.Reason)), ct) ? ToCase(id) : await DetailsAsync(id, form, ct);

    /// <param name="statement">Of this case.</param>
    [HttpPost]
    public async Task<IActionResult> ShowName(Guid id, Guid statement, bool isShown, CancellationToken ct) =>
        await TryAsync(new ShowName(statement, isShown), ct) ? ToCase(id) : await DetailsAsync(id, new MyCasePage(), ct);

    [HttpGet]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken ct) => View(await CaseAsync(id, ct));

    [HttpPost, ActionName(nameof(Withdraw))]
    public async Task<IActionResult> WithdrawNow(Guid id, CancellationToken ct) => await TryAsync(new WithdrawCase(id), ct) ? ToCase(id) : await Withdraw(id, ct);

    /// <summary>A file leaves as an attachment that no browser runs or shows inside the portal (S-35).</summary>
    [HttpGet, Sandboxed, RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Evidence(Guid id, Guid file, CancellationToken ct)
    {
        var found = await Sender.Send(new EvidenceContent(id, file), ct);
        return File(found.Bytes, FileResults.ContentTypeOf(found.Kind), found.FileName);
    }

    /// <param name="id">The statement.</param>
    /// <param name="language">ja or en.</param>
    [HttpGet, Sandboxed, RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Statement(Guid id, string? language, CancellationToken ct)
    {
        var file = await Sender.Send(new StatementFile(id, language ?? ""), ct);
        return File(file.Bytes, MediaTypeNames.Application.Pdf, file.FileName);
    }

    private async Task<IActionResult> DetailsAsync(Guid id, MyCasePage form, CancellationToken ct)
    {
        form.Case = await CaseAsync(id, ct);
        return View(nameof(Details), form);
    }

    private async Task<MyCase.Page> CaseAsync(Guid id, CancellationToken ct) => await Sender.Send(new MyCase(id), ct);

    private RedirectToActionResult ToCase(Guid id) => RedirectToAction(nameof(Details), new { id });
}
