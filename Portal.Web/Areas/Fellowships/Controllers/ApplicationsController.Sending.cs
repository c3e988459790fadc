using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>Reading the answers over, sending them, and what one holds in hand afterwards.</summary>
public sealed partial class ApplicationsController
{
    [HttpGet]
    public async Task<IActionResult> Check(Guid id, CancellationToken ct) => await CheckAsync(id, new SubmitForm(), ct);

    [HttpPost]
    public async Task<IActionResult> Submit(Guid id, SubmitForm form, CancellationToken ct) =>
        await TryAsync(form.ToCommand(id), ct) ? RedirectToAction(nameof(Receipt), new { id }) : await CheckAsync(id, form, ct);

    /// <param name="n">The number of the submission; the last one without it.</param>
    [HttpGet]
    public async Task<IActionResult> Receipt(Guid id, int? n, [FromServices] IDocumentPrinter printer, CancellationToken ct)
    {
        var (data, words) = (await Sender.Send(new ApplicationReceipt(id, n), ct), await WordsAsync(ct));
        return View(new ReceiptPage(data, words, printer.Print(new ReceiptDocument(words, Text).Of(data), Stream.Null).Substituted));
    }

    [HttpGet]
    public async Task<IActionResult> ReceiptPdf(Guid id, int? n, [FromServices] IDocumentPrinter printer, CancellationToken ct)
    {
        var data = await Sender.Send(new ApplicationReceipt(id, n), ct);
        var file = new MemoryStream();
        printer.Print(new ReceiptDocument(await WordsAsync(ct), Text).Of(data), file);
        file.Position = 0;
        return File(file, MediaTypeNames.Application.Pdf, $"{data.Case.Number}-{data.Number}.pdf");
    }

    private async Task<IActionResult> CheckAsync(Guid id, SubmitForm form, CancellationToken ct)
    {
        var data = await Sender.Send(new ApplicationCheck(id), ct);
        return View("Check", new CheckPage(data, await WordsAsync(ct), form));
    }
}
