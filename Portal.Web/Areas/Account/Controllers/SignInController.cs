using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>A passkey, or a password and its code.</summary>
[Area("Account"), AllowAnonymous]
public sealed class SignInController(ISender sender, Text text, PasswordSignIn signIn, PendingSignIn pending, Passkeys passkeys, PortalSession session)
    : PortalController(sender, text)
{
    [HttpGet]
    public IActionResult Index(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost]
    public async Task<IActionResult> Index(SignInForm form, CancellationToken ct)
    {
        var result = await signIn.SignInAsync(form.Address, form.Password, ct);
        if (!Accept(result.Errors))
        {
            return View(form);
        }

        return result.Value ? this.GoOn(form.ReturnUrl) : RedirectToAction(nameof(Code), new { form.ReturnUrl });
    }

    [HttpGet]
    public async Task<IActionResult> Code(string? returnUrl) =>
        await pending.PersonAsync() is null ? RedirectToAction(nameof(Index), new { returnUrl }) : View(new CodeForm { ReturnUrl = returnUrl });

    [HttpPost]
    public async Task<IActionResult> Code(CodeForm form, CancellationToken ct) =>
        Accept((await signIn.EnterCodeAsync(form.Code, ct)).Errors) ? this.GoOn(form.ReturnUrl) : View(form);

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> PasskeyOffer(CancellationToken ct) => (await passkeys.OfferAssertionAsync(PasskeyPurpose.SignIn, null, ct)).Json();

    [HttpPost, Limited(Limit.Passkey)]
    public async Task<IActionResult> Passkey(PasskeyForm form, CancellationToken ct)
    {
        if (await passkeys.AnswerAsync(form.Offer, PasskeyPurpose.SignIn, null, form.Credential, ct) is not { User.EmailConfirmed: true } answer)
        {
            Accept([new Error(Passkeys.Refused)]);
            return View("Index", new SignInForm { ReturnUrl = form.ReturnUrl });
        }

        await session.StartAsync(answer.User, answer.Method, ct, answer.CredentialId);
        return this.GoOn(form.ReturnUrl);
    }
}
