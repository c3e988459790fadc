using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

[Area("Account"), AllowAnonymous]
public sealed class ForgotPasswordController(ISender sender, Text text, PasswordChange passwords) : PortalController(sender, text)
{
    [HttpGet]
    public IActionResult Index() => View(new ForgotPasswordForm());

    [HttpPost, Limited(Limit.MailedLink)]
    public async Task<IActionResult> Index(ForgotPasswordForm form, CancellationToken ct)
    {
        var result = await passwords.AskAsync(form.Address, ct);
        return Accept(result.Errors) ? RedirectToAction(nameof(Sent)) : View(form);
    }

    [HttpGet]
    public IActionResult Sent() => View();
}
