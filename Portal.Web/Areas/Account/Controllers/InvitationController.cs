using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Identity.Queries;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>An invitation to a role. Opening the link shows it and changes nothing; the button accepts.</summary>
[Area("Account"), Authorize]
public sealed class InvitationController(ISender sender, Text text, ICurrentActor current, PortalSession session) : PortalController(sender, text)
{
    [HttpGet, AllowAnonymous, Limited(Limit.Link)]
    public async Task<IActionResult> Index(string? token, CancellationToken ct) => Show(token, await Sender.Send(new InvitationDetails(token), ct));

    [HttpPost, Limited(Limit.Link)]
    public async Task<IActionResult> Accept(string? token, CancellationToken ct)
    {
        if (!await TryAsync(new AcceptInvitation(token ?? ""), ct))
        {
            return Show(token, await Sender.Send(new InvitationDetails(token), ct));
        }

        // Staff are signed out sooner than candidates: from now on.
        await session.RestartAsync(ct);
        return RedirectToAction(nameof(Done));
    }

    [HttpGet]
    public IActionResult Done() => View();

    private ViewResult Show(string? token, InvitationDetails.Found? found) => found switch
    {
        null => View("Void", "Account.Invitation.Void"),
        { IsUsed: true } => View("Void", "Account.Invitation.Used"),
        { State: not MembershipState.Invited } => View("Void", "Account.Invitation.Expired"),
        _ => View("Index", new InvitationPage(token!, found, current.Actor.IsSignedIn)),
    };
}

public sealed record InvitationPage(string Token, InvitationDetails.Found Invitation, bool IsSignedIn);
