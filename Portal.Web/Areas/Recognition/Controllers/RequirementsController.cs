using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What somebody who holds a target is taken to be able to do.</summary>
[Area("Recognition"), Authorize]
public sealed class RequirementsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(TargetKind kind, string? id, string? role, CancellationToken ct)
    {
        var start = await StartAsync(kind, id, role, ct);
        return View(new RequirementsPage(kind, start, RequirementsForm.Of(start)));
    }

    [HttpPost]
    public async Task<IActionResult> Index(TargetKind kind, string? id, RequirementsForm form, CancellationToken ct)
    {
        var target = new Target(kind, CodeAddress.CodeAt(id ?? ""));
        if (form.ToCommand(target, ModelState, Text) is { } command && (await TryAsync(command, ct)).Done)
        {
            return RedirectToAction(nameof(Index), new { kind, id });
        }

        Response.StatusCode = Response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status422UnprocessableEntity : Response.StatusCode;
        return View(new RequirementsPage(kind, await StartAsync(kind, id, null, ct), form));
    }

    private async Task<RequirementsForTarget.Start> StartAsync(TargetKind kind, string? id, string? role, CancellationToken ct) =>
        await Sender.Send(new RequirementsForTarget(new Target(kind, CodeAddress.CodeAt(id ?? "")), string.IsNullOrWhiteSpace(role) ? null : role), ct);
}
