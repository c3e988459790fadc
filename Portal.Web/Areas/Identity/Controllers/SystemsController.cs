using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Identity.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Identity.Controllers;

/// <summary>The systems that may use the portal's OpenID Connect server.</summary>
[Area("Identity"), Authorize]
public sealed class SystemsController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1, CancellationToken ct = default) => View(await Sender.Send(new ListSystems(page), ct));

    [HttpGet]
    public async Task<IActionResult> Details(Guid id, CancellationToken ct) => View(await Sender.Send(new SystemDetails(id), ct));

    [HttpGet]
    public async Task<IActionResult> Register(CancellationToken ct) => View(await FilledAsync(new SystemForm(), ct));

    [HttpPost]
    public async Task<IActionResult> Register(SystemForm form, CancellationToken ct)
    {
        var (done, system) = await TryProvenAsync(form.ToRegistration(), ct);
        return !done ? View(await FilledAsync(form, ct))
            : form.Authentication == SystemAuthentication.Secret ? await SecretAsync(system!.Id, system.Secret, ct)
            : RedirectToAction(nameof(Details), new { id = system!.Id });
    }

    [HttpGet]
    public async Task<IActionResult> Change(Guid id, CancellationToken ct)
    {
        var system = await Sender.Send(new SystemDetails(id), ct);
        return View(await FilledAsync(SystemForm.Of(system), ct, system));
    }

    [HttpPost]
    public async Task<IActionResult> Change(Guid id, SystemForm form, CancellationToken ct) =>
        await TryProvenAsync(form.ToChange(id), ct)
            ? RedirectToAction(nameof(Details), new { id })
            : View(await FilledAsync(form, ct, await Sender.Send(new SystemDetails(id), ct)));

    [HttpGet]
    public async Task<IActionResult> Keys(Guid id, CancellationToken ct)
    {
        var system = await Sender.Send(new SystemDetails(id), ct);
        return View(new SystemKeysForm { Version = system.Version, System = system });
    }

    [HttpPost]
    public async Task<IActionResult> Keys(Guid id, SystemKeysForm form, CancellationToken ct)
    {
        if (await TryProvenAsync(new ReplaceSystemKeys(id, form.Version, form.Keys), ct))
        {
            return RedirectToAction(nameof(Details), new { id });
        }

        ForgetPrivateKey();
        form.System = await Sender.Send(new SystemDetails(id), ct);
        return View(form);
    }

    [HttpGet]
    public Task<IActionResult> Secret(Guid id, CancellationToken ct) => AskAsync(id, ct);

    [HttpPost]
    public async Task<IActionResult> Secret(Guid id, SystemStepForm form, CancellationToken ct)
    {
        var (done, renewed) = await TryAsync(new RenewSystemSecret(id, form.Version), ct);
        return done ? await SecretAsync(id, renewed!.Secret, ct) : await AskAgainAsync(id, form, ct);
    }

    [HttpGet]
    public Task<IActionResult> Suspend(Guid id, CancellationToken ct) => AskAsync(id, ct);

    [HttpPost]
    public async Task<IActionResult> Suspend(Guid id, SystemStepForm form, CancellationToken ct) =>
        await TryProvenAsync(new SuspendSystem(id, form.Version, CleanText.Prose(form.Reason)), ct) ? RedirectToAction(nameof(Details), new { id }) : await AskAgainAsync(id, form, ct);

    [HttpGet]
    public Task<IActionResult> Resume(Guid id, CancellationToken ct) => AskAsync(id, ct);

    [HttpPost]
    public async Task<IActionResult> Resume(Guid id, SystemStepForm form, CancellationToken ct) =>
        await TryAsync(new ResumeSystem(id, form.Version), ct) ? RedirectToAction(nameof(Details), new { id }) : await AskAgainAsync(id, form, ct);

    [HttpGet]
    public Task<IActionResult> Remove(Guid id, CancellationToken ct) => AskAsync(id, ct);

    [HttpPost]
    public async Task<IActionResult> Remove(Guid id, SystemStepForm form, CancellationToken ct) =>
        await TryProvenAsync(new RemoveSystem(id, form.Version, CleanText.Prose(form.Reason)), ct) ? RedirectToAction(nameof(Index)) : await AskAgainAsync(id, form, ct);

    private async Task<IActionResult> AskAsync(Guid id, CancellationToken ct)
    {
        var system = await Sender.Send(new SystemDetails(id), ct);
        return View("Step", new SystemStepForm { Version = system.Version, System = system });
    }

    private async Task<IActionResult> AskAgainAsync(Guid id, SystemStepForm form, CancellationToken ct)
    {
        form.System = await Sender.Send(new SystemDetails(id), ct);
        return View("Step", form);
    }

    private async Task<IActionResult> SecretAsync(Guid id, string? secret, CancellationToken ct) =>
        View("NewSecret", new NewSecretPage(await Sender.Send(new SystemDetails(id), ct), secret));

    private async Task<SystemForm> FilledAsync(SystemForm form, CancellationToken ct, SystemDetails.Details? system = null)
    {
        ForgetPrivateKey();
        form.System = system;
        // The empty form stands behind the same door as the list.
        await Sender.Send(new ListSystems(), ct);
        form.Organisations = [.. (await Sender.Send(new ListOrganisations(PageLanguage.Current), ct))
            .Select(o => new SelectListItem(o.Name.Best(PageLanguage.Current).Text, o.Id.ToString()))];
        return form;
    }

    /// <summary>What was pasted by mistake does not travel once more.</summary>
    private void ForgetPrivateKey()
    {
        if (ModelState[nameof(SystemForm.Keys)]?.AttemptedValue is { } pasted && PublicKeySet.Read(pasted).Problem == PublicKeySet.IsPrivate)
        {
            ModelState.SetModelValue(nameof(SystemForm.Keys), "", "");
        }
    }

    /// <summary>A proof that ran out while a form was being filled in costs nothing that was typed: the form comes again, and beside it the way to a new proof.</summary>
    private async Task<(bool Done, T? Value)> TryProvenAsync<T>(ICommand<Result<T>> command, CancellationToken ct)
    {
        try
        {
            return await TryAsync(command, ct);
        }
        catch (FreshProofRequiredException)
        {
            return (Accept([new Error("Account.Confirm.RanOut")]), default);
        }
    }

    private async Task<bool> TryProvenAsync(ICommand<Result> command, CancellationToken ct)
    {
        try
        {
            return await TryAsync(command, ct);
        }
        catch (FreshProofRequiredException)
        {
            return Accept([new Error("Account.Confirm.RanOut")]);
        }
    }
}
