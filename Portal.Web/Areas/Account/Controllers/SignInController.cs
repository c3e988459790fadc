using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

[Area("Account"), AllowAnonymous]
public sealed class SignInController(ISender sender, Text text, PasswordSignIn signIn) : PortalController(sender, text)
{
    [HttpGet]
    public IActionResult Index(string? returnUrl) => View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost]
    public async Task<IActionResult> Index(SignInForm form, CancellationToken ct)
    {
        var result = await signIn.SignInAsync(form.Address, form.Password, ct);
        return Accept(result.Errors) ? Redirect(Url.LocalOrHome(form.ReturnUrl)) : View(form);
    }
}
