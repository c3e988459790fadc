using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>For whoever has lost every strong way in. Mailed links open pages with a button; opening one changes nothing.</summary>
[Area("Account"), AllowAnonymous, Limited(Limit.Link)]
public sealed class RecoveryController(
    ISender sender, Text text, ICurrentActor current, PendingSignIn pending, Factors factors, Recovery recovery, RecoveryRequests requests) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken ct) => await WhoAsync(ct) is null ? RedirectToAction("Index", "SignIn") : View();

    [HttpPost, ActionName(nameof(Index))]
    public async Task<IActionResult> Ask(CancellationToken ct)
    {
        if (await WhoAsync(ct) is not { } person)
        {
            return RedirectToAction("Index", "SignIn");
        }

        await requests.AskAsync(person, ct);
        await pending.ForgetAsync();
        return RedirectToAction(nameof(Asked));
    }

    [HttpGet]
    public IActionResult Asked() => View();

    [HttpGet]
    public async Task<IActionResult> Stop(string? token, CancellationToken ct) => await recovery.CanStopAsync(token, ct) ? View(model: token) : View("Void");

    [HttpPost, ActionName(nameof(Stop))]
    public async Task<IActionResult> StopNow(string? token, CancellationToken ct) => await recovery.StopAsync(token, ct) ? RedirectToAction(nameof(Stopped)) : View("Void");

    [HttpGet]
    public IActionResult Stopped() => View();

    [HttpGet]
    public async Task<IActionResult> Enter(string? token, CancellationToken ct) => await recovery.CanEnterAsync(token, ct) ? View(new RecoveryForm { Token = token }) : View("Void");

    [HttpPost]
    public async Task<IActionResult> Enter(RecoveryForm form, CancellationToken ct)
    {
        var result = await recovery.EnterAsync(form.Token, form.Password, ct);
        return Accept(result.Errors) ? RedirectToAction("Index", "Factors", new { lost = true }) : result.Errors[0].Code == Recovery.LinkVoid ? View("Void") : View(form);
    }

    /// <summary>Whose password was right just now, or who is signed in; null too for an account that has nothing to lose.</summary>
    private async Task<Guid?> WhoAsync(CancellationToken ct)
    {
        var person = await pending.PersonAsync() ?? (current.Actor.IsSignedIn ? current.Actor.UserId : null);
        return person is { } id && (await factors.OfAsync(id, ct)).IsAny ? id : null;
    }
}
