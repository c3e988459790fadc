using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Identity.Queries;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

[Area("Account"), Authorize]
public sealed class SettingsController(ISender sender, Text text, ICurrentActor current, PasswordChange passwords, PasswordSignIn signIn) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(bool saved, CancellationToken ct)
    {
        var settings = await Sender.Send(new MySettings(), ct);
        return View(SettingsForm.Of(settings, saved));
    }

    [HttpPost]
    public async Task<IActionResult> Index(SettingsForm form, CancellationToken ct)
    {
        if (await TryAsync(form.ToCommand(), ct))
        {
            return RedirectToAction(nameof(Index), new { saved = true });
        }

        form.Stored = await Sender.Send(new MySettings(), ct);
        return View(form);
    }

    [HttpGet]
    public async Task<IActionResult> Password() =>
        await signIn.HasPasswordAsync(current.Actor.UserId) ? View(new ChangePasswordForm()) : View("NoPassword");

    [HttpPost]
    public async Task<IActionResult> Password(ChangePasswordForm form, CancellationToken ct)
    {
        var result = await passwords.ChangeAsync(current.Actor.UserId, form.Current, form.Password, ct);
        return Accept(result.Errors) ? RedirectToAction(nameof(Index), new { saved = true }) : View(form);
    }
}
