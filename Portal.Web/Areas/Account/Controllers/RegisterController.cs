using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

[Area("Account"), AllowAnonymous]
public sealed class RegisterController(ISender sender, Text text, Registration registration) : PortalController(sender, text)
{
    /// <param name="invitation">Token of the invitation that led here; its address is filled in.</param>
    [HttpGet, Limited(Limit.Link)]
    public async Task<IActionResult> Index(string? invitation, CancellationToken ct)
    {
        var found = invitation is null ? null : await Sender.Send(new InvitationDetails(invitation), ct);
        return View(new RegisterForm { Address = found?.State == MembershipState.Invited ? found.Address : null });
    }

    [HttpPost, Limited(Limit.Registration)]
    public async Task<IActionResult> Index(RegisterForm form, CancellationToken ct)
    {
        var result = await registration.RegisterAsync(form.Name, form.Address, form.Password, PageLanguage.Current, ct);
        return Accept(result.Errors) ? RedirectToAction(nameof(Sent)) : View(form);
    }

    [HttpGet]
    public IActionResult Sent() => View();
}
