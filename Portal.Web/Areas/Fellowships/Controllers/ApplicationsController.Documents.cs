using System.Net.Mime;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Web.Areas.Fellowships.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships.Controllers;

/// <summary>Files: each is sent and stored on its own, so that nothing else can lose it.</summary>
public sealed partial class ApplicationsController
{
    [HttpGet]
    public async Task<IActionResult> Upload(Guid id, ApplicationSectionKind section, string field, CancellationToken ct) =>
        await UploadAsync(new ApplicationSectionPage(id, section), field, ct);

    [HttpPost, RequestSizeLimit(RequestLimits.Upload), RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Upload(Guid id, UploadForm form, CancellationToken ct)
    {
        var done = form.File is null
            ? Accept([new("Fellowships.Documents.NoFile", form.Field)])
            : await TryAsync(form.ToCommand(id, form.File), ct);
        var page = new ApplicationSectionPage(id, form.Section);
        return done ? RedirectToAction(nameof(Section), null, new { id, form.Section }, SectionFields.IdOf(form.Field))
            : form.Section == ApplicationSectionKind.Documents ? await SectionAsync(page, ct)
            : await UploadAsync(page, form.Field, ct);
    }

    [HttpGet]
    public async Task<IActionResult> RemoveDocument(Guid id, ApplicationSectionKind section, Guid documentId, CancellationToken ct)
    {
        var data = await Sender.Send(new ApplicationSectionPage(id, section), ct);
        var found = data.Section.All.Where(a => a.IsOpen).SelectMany(a => a.Files).FirstOrDefault(f => f.Id == documentId);
        return found is null || !data.Case.CanEdit ? NotFound() : View(new RemoveDocumentPage(data.Case, section, found));
    }

    [HttpPost, ActionName(nameof(RemoveDocument))]
    public async Task<IActionResult> RemoveDocumentNow(Guid id, ApplicationSectionKind section, Guid documentId, CancellationToken ct) =>
        await TryAsync(new RemoveDocument(id, documentId), ct)
            ? RedirectToAction(nameof(Section), new { id, section })
            : await SectionAsync(new ApplicationSectionPage(id, section), ct);

    /// <summary>A file leaves as an attachment that no browser runs or shows inside the portal (S-35).</summary>
    [HttpGet, Sandboxed, RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Document(Guid id, Guid documentId, CancellationToken ct)
    {
        var file = await Sender.Send(new DocumentFile(id, documentId), ct);
        return File(file.Bytes, ContentTypeOf(file.Kind), file.FileName);
    }

    private async Task<IActionResult> UploadAsync(ApplicationSectionPage query, string field, CancellationToken ct)
    {
        var page = await PageAsync(query, ct);
        return page.Blocks.SelectMany(b => b.Items).FirstOrDefault(i => i.Asked.Field.Key == field && i.Input.Kind == Ui.FieldKind.File) is { Asked.IsOpen: true } item
            ? View("Upload", new UploadPage(page, item))
            : NotFound();
    }

    private static string ContentTypeOf(Portal.Application.Shared.FileKind kind) => kind switch
    {
        Portal.Application.Shared.FileKind.Pdf => MediaTypeNames.Application.Pdf,
        Portal.Application.Shared.FileKind.Jpeg => MediaTypeNames.Image.Jpeg,
        _ => MediaTypeNames.Image.Png,
    };
}
