using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>Proving anew who one is, before what binds a government and before a change of the ways in.</summary>
[Area("Account"), Authorize]
public sealed class ConfirmController(ISender sender, Text text, ICurrentActor current, ProofOfPerson proof, Passkeys passkeys, SecondFactor second)
    : PortalController(sender, text)
{
    private Guid Me => current.Actor.UserId;

    [HttpGet]
    public async Task<IActionResult> Index(string? returnUrl, CancellationToken ct) => await ShowAsync(new ConfirmForm { ReturnUrl = returnUrl }, ct);

    [HttpPost]
    public async Task<IActionResult> Index(ConfirmForm form, CancellationToken ct) =>
        Accept((await proof.ByPasswordAsync(Me, form.Password, form.Code, ct)).Errors) ? this.GoOn(form.ReturnUrl) : await ShowAsync(form, ct);

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> PasskeyOffer(CancellationToken ct) => (await passkeys.OfferAssertionAsync(PasskeyPurpose.Confirm, Me, ct)).Json();

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> Passkey(PasskeyForm form, CancellationToken ct) =>
        Accept((await proof.ByPasskeyAsync(Me, form.Offer, form.Credential, ct)).Errors)
            ? this.GoOn(form.ReturnUrl)
            : await ShowAsync(new ConfirmForm { ReturnUrl = form.ReturnUrl }, ct);

    private async Task<IActionResult> ShowAsync(ConfirmForm form, CancellationToken ct)
    {
        form.Signs = current.Actor.SignsForGovernment;
        form.NeedsCode = await second.IsSetUpAsync(Me, ct);
        return View("Index", form);
    }
}
