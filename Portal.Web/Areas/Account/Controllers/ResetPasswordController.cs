using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>A new password by the mailed link. Opening the link changes nothing.</summary>
[Area("Account"), AllowAnonymous]
public sealed class ResetPasswordController(ISender sender, Text text, PasswordChange passwords) : PortalController(sender, text)
{
    [HttpGet, Limited(Limit.Link)]
    public async Task<IActionResult> Index(Guid id, string? token) =>
        await passwords.CanResetAsync(id, token) ? View(new ResetPasswordForm { Id = id, Token = token }) : View("Void");

    [HttpPost, Limited(Limit.Link)]
    public async Task<IActionResult> Index(ResetPasswordForm form, CancellationToken ct)
    {
        var result = await passwords.ResetAsync(form.Id, form.Token, form.Password, ct);
        return Accept(result.Errors) ? RedirectToAction(nameof(Done)) : result.Errors[0].Code == PasswordChange.LinkVoid ? View("Void") : View(form);
    }

    [HttpGet]
    public IActionResult Done() => View();
}
