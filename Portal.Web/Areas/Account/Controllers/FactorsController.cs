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
    OutsideLinks links, FactorRemovals removals, RecoveryRequests recoveries)
    : ProvenController(sender, text, current, factors, clock)
{
    [HttpGet]
    public async Task<IActionResult> Index(bool needed, bool lost, CancellationToken ct) => View("Index", await PageAsync(needed, ct) with { WasLost = lost });

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> PasskeyOffer(CancellationToken ct) => (await passkeys.OfferCreationAsync(Me, ct)).Json();

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> AddPasskey(PasskeyForm form, CancellationToken ct) =>
        Accept((await Factors.AddPasskeyAsync(Me, form.Offer, form.Credential, form.Name, ct)).Errors)
            ? Back()
            : View("Index", await PageAsync(false, ct) with { Name = form.Name });

    [HttpGet]
    public async Task<IActionResult> Passkey(string key, CancellationToken ct) =>
        (await passkeys.ListAsync(Me)).FirstOrDefault(p => p.Id == key) is { } found ? View(new PasskeyPage(found, (await Factors.OfAsync(Me, ct)).IsOne)) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Rename(string key, string? name, CancellationToken ct)
    {
        if (Accept((await passkeys.RenameAsync(Me, key, name)).Errors))
        {
            return Back();
        }

        return View("Passkey", new PasskeyPage((await passkeys.ListAsync(Me)).First(p => p.Id == key) with { Name = name ?? "" }, (await Factors.OfAsync(Me, ct)).IsOne));
    }

    [HttpPost]
    public async Task<IActionResult> RemovePasskey(string key, CancellationToken ct)
    {
        await Factors.RemovePasskeyAsync(Me, key, ct);
        return Back();
    }

    [HttpPost]
    public async Task<IActionResult> BeginApp(CancellationToken ct)
    {
        await apps.BeginAsync(Me, ct);
        return RedirectToAction(nameof(App), new { returnUrl = Url.ReturnUrl() });
    }

    [HttpGet]
    public async Task<IActionResult> App(CancellationToken ct) =>
        await apps.SecretAsync(Me, ct) is { } secret ? View(new AppSecret(secret, Actor)) : Back();

    [HttpPost]
    public async Task<IActionResult> App(string? code, CancellationToken ct)
    {
        if (await apps.SecretAsync(Me, ct) is not { } secret)
        {
            return Back();
        }

        var result = await Factors.ConfirmAppAsync(Me, code, ct);
        return Accept(result.Errors) ? View("Codes", result.Value) : View(new AppSecret(secret, Actor));
    }

    [HttpPost]
    public async Task<IActionResult> RemoveApp(CancellationToken ct)
    {
        await Factors.RemoveAppAsync(Me, ct);
        return Back();
    }

    [HttpPost]
    public async Task<IActionResult> Codes(CancellationToken ct) => View(await Factors.RenewCodesAsync(Me, ct));

    /// <summary>What was to be removed stays.</summary>
    [HttpPost]
    public async Task<IActionResult> Keep(CancellationToken ct)
    {
        await removals.KeepAsync(Me, ct);
        return Back();
    }

    [HttpPost]
    public async Task<IActionResult> StopRecovery(CancellationToken ct)
    {
        await recoveries.StopAsync(Me, ct);
        return Back();
    }

    protected override string? Here => Url.Action(nameof(Index), new { returnUrl = Url.ReturnUrl() });

    protected override bool IsFree(string action) => action is nameof(Index) or nameof(Keep) or nameof(StopRecovery);

    private RedirectToActionResult Back() => RedirectToAction(nameof(Index), new { returnUrl = Url.ReturnUrl() });

    /// <summary>Once the ways in suffice. Whoever has not signed in with one of them does that first.</summary>
    private async Task<string?> ContinueAsync(CancellationToken ct) =>
        Url.ReturnUrl() is not { } waiting || !(await Factors.OfAsync(Me, ct)).IsEnoughForStaff ? null
            : Actor.Proof is { IsStrong: true } ? waiting : Url.Action("Index", "Confirm", new { returnUrl = waiting });

    private async Task<FactorsPage> PageAsync(bool needed, CancellationToken ct)
    {
        var page = new FactorsPage(
            await passkeys.ListAsync(Me), await apps.IsSetUpAsync(Me, ct), await codes.LeftAsync(Me, ct), needed || HttpContext.Items.ContainsKey(StaffFactors.Missing),
            await links.OfAsync(Me, ct), await removals.FindAsync(Me, ct), await recoveries.OfAsync(Me, ct))
        {
            Signs = await passkeys.SignsAsync(Me, ct),
        };
        return page.NeedsDeviceBound ? page : page with { ContinueUrl = await ContinueAsync(ct) };
    }
}

/// <param name="IsNeeded">The person serves an agency and does not have enough ways in yet.</param>
/// <param name="Linked">The outside providers that open the account.</param>
/// <param name="Removal">The last strong way in is about to go.</param>
/// <param name="Recovery">Somebody says that every strong way in is lost.</param>
/// <param name="Name">Typed for a passkey that was refused.</param>
public sealed record FactorsPage(IReadOnlyList<Passkey> Passkeys, bool HasApp, int CodesLeft, bool IsNeeded, IReadOnlyList<OutsideProvider> Linked, FactorRemoval? Removal, RecoveryRequest? Recovery,
    string? Name = null)
{
    /// <summary>The person has just come back by a mailed link.</summary>
    public bool WasLost { get; init; }

    /// <summary>Where the person goes on; null when nothing waits, or something is still missing.</summary>
    public string? ContinueUrl { get; init; }

    /// <summary>The person signs for a government.</summary>
    public bool Signs { get; init; }

    public bool NeedsDeviceBound => Signs && !Passkeys.Any(p => p.IsDeviceBound);

    public bool IsAppLast => HasApp && Passkeys.Count == 0;
}

/// <param name="IsLast">Without it no strong way in would be left.</param>
public sealed record PasskeyPage(Passkey Passkey, bool IsLast);
