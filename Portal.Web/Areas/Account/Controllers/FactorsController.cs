using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>The ways in of one's own account. Every change asks for a fresh proof, as strong as the account can give.</summary>
[Area("Account"), Authorize]
public sealed class FactorsController(
    ISender sender, Text text, ICurrentActor current, Factors factors, Passkeys passkeys, AuthenticatorApps apps, RecoveryCodes codes, TimeProvider clock)
    : PortalController(sender, text)
{
    private Guid Me => current.Actor.UserId;

    [HttpGet]
    public async Task<IActionResult> Index(bool needed, CancellationToken ct) => View("Index", await PageAsync(needed, ct));

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> PasskeyOffer(CancellationToken ct) => (await passkeys.OfferCreationAsync(Me, ct)).Json();

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> AddPasskey(PasskeyForm form, CancellationToken ct) =>
        Accept((await factors.AddPasskeyAsync(Me, form.Offer, form.Credential, form.Name, ct)).Errors)
            ? RedirectToAction(nameof(Index))
            : View("Index", await PageAsync(false, ct) with { Name = form.Name });

    [HttpGet]
    public async Task<IActionResult> Passkey(string key) =>
        (await passkeys.ListAsync(Me)).FirstOrDefault(p => p.Id == key) is { } found ? View(found) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Rename(string key, string? name)
    {
        if (Accept((await passkeys.RenameAsync(Me, key, name)).Errors))
        {
            return RedirectToAction(nameof(Index));
        }

        return View("Passkey", (await passkeys.ListAsync(Me)).First(p => p.Id == key) with { Name = name ?? "" });
    }

    [HttpPost]
    public async Task<IActionResult> RemovePasskey(string key, CancellationToken ct)
    {
        await factors.RemovePasskeyAsync(Me, key, ct);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost]
    public async Task<IActionResult> BeginApp(CancellationToken ct)
    {
        await apps.BeginAsync(Me, ct);
        return RedirectToAction(nameof(App));
    }

    [HttpGet]
    public async Task<IActionResult> App(CancellationToken ct) =>
        await apps.SecretAsync(Me, ct) is { } secret ? View(new AppSecret(secret, current.Actor)) : RedirectToAction(nameof(Index));

    [HttpPost]
    public async Task<IActionResult> App(string? code, CancellationToken ct)
    {
        if (await apps.SecretAsync(Me, ct) is not { } secret)
        {
            return RedirectToAction(nameof(Index));
        }

        var result = await factors.ConfirmAppAsync(Me, code, ct);
        return Accept(result.Errors) ? View("Codes", result.Value) : View(new AppSecret(secret, current.Actor));
    }

    [HttpPost]
    public async Task<IActionResult> RemoveApp(CancellationToken ct)
    {
        await factors.RemoveAppAsync(Me, ct);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost]
    public async Task<IActionResult> Codes(CancellationToken ct) => View(await factors.RenewCodesAsync(Me, ct));

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor.RouteValues["action"] != nameof(Index) && !await IsProvenAsync(HttpContext.RequestAborted))
        {
            context.Result = RedirectToAction("Index", "Confirm", new { returnUrl = Url.Action(nameof(Index)) });
            return;
        }

        await base.OnActionExecutionAsync(context, next);
    }

    private async Task<bool> IsProvenAsync(CancellationToken ct) =>
        current.Actor.Proof is { } proof && proof.IsFresh(clock.GetUtcNow()) && (proof.IsStrong || !(await factors.OfAsync(Me, ct)).IsAny);

    private async Task<FactorsPage> PageAsync(bool needed, CancellationToken ct) => new(
        await passkeys.ListAsync(Me), await apps.IsSetUpAsync(Me, ct), await codes.LeftAsync(Me, ct), needed || HttpContext.Items.ContainsKey(StaffFactors.Missing));
}

/// <param name="IsNeeded">The person serves an agency and does not have enough ways in yet.</param>
/// <param name="Name">Typed for a passkey that was refused.</param>
public sealed record FactorsPage(IReadOnlyList<Passkey> Passkeys, bool HasApp, int CodesLeft, bool IsNeeded, string? Name = null);
