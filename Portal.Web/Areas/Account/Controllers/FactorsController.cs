using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Federation;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>The ways in of one's own account. Every change asks for a fresh proof, as strong as the account can give.</summary>
[Area("Account"), Authorize]
public sealed class FactorsController(
    ISender sender, Text text, ICurrentActor current, Factors factors, Passkeys passkeys, AuthenticatorApps apps, RecoveryCodes codes, TimeProvider clock,
    OutsideLinks links)
    : ProvenController(sender, text, current, factors, clock)
{
    [HttpGet]
    public async Task<IActionResult> Index(bool needed, CancellationToken ct) => View("Index", await PageAsync(needed, ct));

    [HttpPost]
    public async Task<IActionResult> PasskeyOffer(CancellationToken ct) => (await passkeys.OfferCreationAsync(Me, ct)).Json();

    [HttpPost]
    public async Task<IActionResult> AddPasskey(PasskeyForm form, CancellationToken ct) =>
        Accept((await Factors.AddPasskeyAsync(Me, form.Offer, form.Credential, form.Name, ct)).Errors)
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
        await Factors.RemovePasskeyAsync(Me, key, ct);
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
        await apps.SecretAsync(Me, ct) is { } secret ? View(new AppSecret(secret, Actor)) : RedirectToAction(nameof(Index));

    [HttpPost]
    public async Task<IActionResult> App(string? code, CancellationToken ct)
    {
        if (await apps.SecretAsync(Me, ct) is not { } secret)
        {
            return RedirectToAction(nameof(Index));
        }

        var result = await Factors.ConfirmAppAsync(Me, code, ct);
        return Accept(result.Errors) ? View("Codes", result.Value) : View(new AppSecret(secret, Actor));
    }

    [HttpPost]
    public async Task<IActionResult> RemoveApp(CancellationToken ct)
    {
        await Factors.RemoveAppAsync(Me, ct);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost]
    public async Task<IActionResult> Codes(CancellationToken ct) => View(await Factors.RenewCodesAsync(Me, ct));

    private async Task<FactorsPage> PageAsync(bool needed, CancellationToken ct) => new(
        await passkeys.ListAsync(Me), await apps.IsSetUpAsync(Me, ct), await codes.LeftAsync(Me, ct), needed || HttpContext.Items.ContainsKey(StaffFactors.Missing),
        await links.OfAsync(Me, ct));
}

/// <param name="IsNeeded">The person serves an agency and does not have enough ways in yet.</param>
/// <param name="Linked">The outside providers that open the account.</param>
/// <param name="Name">Typed for a passkey that was refused.</param>
public sealed record FactorsPage(IReadOnlyList<Passkey> Passkeys, bool HasApp, int CodesLeft, bool IsNeeded, IReadOnlyList<OutsideProvider> Linked, string? Name = null);
