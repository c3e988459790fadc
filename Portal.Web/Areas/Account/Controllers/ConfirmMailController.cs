using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Identity.Queries;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>The mailed link opens a page with a button; only the button spends the link, because mail scanners open links too.</summary>
[Area("Account"), Authorize]
public sealed class ConfirmMailController(ISender sender, Text text, PasswordSignIn signIn) : PortalController(sender, text)
{
    [HttpGet, AllowAnonymous, Limited(Limit.Link)]
    public async Task<IActionResult> Index(Guid id, string? token) =>
        await signIn.CanConfirmAsync(id, token) ? await ShowAsync(new ConfirmMailForm { Id = id, Token = token }) : View("Void");

    [HttpPost, AllowAnonymous, Limited(Limit.Link)]
    public async Task<IActionResult> Index(ConfirmMailForm form, CancellationToken ct)
    {
        var result = await signIn.ConfirmAsync(form.Id, form.Token, form.Password, ct);
        return Accept(result.Errors) ? RedirectToAction(nameof(Confirmed)) : result.Errors[0].Code == PasswordSignIn.LinkVoid ? View("Void") : await ShowAsync(form);
    }

    /// <summary>Leads on to the invitation because of which the person registered, if there is one.</summary>
    [HttpGet]
    public async Task<IActionResult> Confirmed(CancellationToken ct) => View(model: await Sender.Send(new OpenInvitation(), ct));

    private async Task<IActionResult> ShowAsync(ConfirmMailForm form)
    {
        form.HasPassword = await signIn.HasPasswordAsync(form.Id);
        return View("Index", form);
    }
}
