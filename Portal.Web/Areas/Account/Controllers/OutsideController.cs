using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Application.Shared;
using Portal.Infrastructure.Federation;
using Portal.Infrastructure.Identity;
using Portal.Web.Areas.Account.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>The way to an outside provider and back. It begins with a link, not with a form: browsers hold a form to this site (<c>form-action</c>).</summary>
[Area("Account"), AllowAnonymous, Limited(Limit.Link)]
public sealed class OutsideController(
    ISender sender, Text text, ICurrentActor current, OutsideProviders providers, OutsideRoad road, OutsideArrivals arrivals, OutsideSignIn outside, Registration registration)
    : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Begin(string? key, OutsidePurpose purpose, string? returnUrl, Guid? account, string? token, CancellationToken ct)
    {
        if (providers.Find(key) is not { } provider)
        {
            return NotFound();
        }

        var errand = new OutsideErrand(purpose, PageLanguage.Current, Url.IsLocalUrl(returnUrl) ? returnUrl : null, account, token);
        return await road.LeadAsync(provider, errand, Url.Action(nameof(Return))!, ct) ? new EmptyResult() : Redirect(Request.PathBase + errand.FailurePath);
    }

    [HttpGet]
    public async Task<IActionResult> Return(CancellationToken ct)
    {
        if (await arrivals.ReadAsync() is not { } arrival)
        {
            return RedirectToAction(nameof(Failed));
        }

        if (arrival.Errand.Purpose == OutsidePurpose.Link)
        {
            return RedirectToAction("Index", "OutsideLinks");
        }

        var outcome = arrival.Errand switch
        {
            { Purpose: OutsidePurpose.ConfirmMail, Account: { } account } errand => await outside.ConfirmMailAsync(arrival.Identity, account, errand.Token, ct),
            { Purpose: OutsidePurpose.Prove } => await outside.ProveAsync(arrival.Identity, current.Actor.UserId, ct),
            _ => await outside.SignInAsync(arrival.Identity, ct),
        };
        return await LeaveAsync(arrival.Errand, outcome);
    }

    /// <summary>Somebody who has no account yet, or one that does not know of the provider.</summary>
    [HttpGet]
    public async Task<IActionResult> Register() => await arrivals.ReadAsync() is { } arrival
        ? View(new OutsideRegisterForm { Name = arrival.Identity.Name, Address = arrival.Identity.Mail, Provider = arrival.Provider })
        : RedirectToAction(nameof(Failed));

    [HttpPost, Limited(Limit.Registration)]
    public async Task<IActionResult> Register(OutsideRegisterForm form, CancellationToken ct)
    {
        if (await arrivals.ReadAsync() is not { } arrival)
        {
            return RedirectToAction(nameof(Failed));
        }

        if (await outside.SignInAsync(arrival.Identity, ct) is var known and not OutsideOutcome.Unknown)
        {
            return await LeaveAsync(arrival.Errand, known);
        }

        var result = await registration.RegisterAsync(form.Name, form.Address, arrival.Identity, PageLanguage.Current, ct);
        form.Provider = arrival.Provider;
        return Accept(result.Errors) ? await LeaveAsync(arrival.Errand, OutsideOutcome.NotConfirmed) : View(form);
    }

    [HttpGet]
    public IActionResult Failed(string? returnUrl) => View(model: Url.IsLocalUrl(returnUrl) ? returnUrl : null);

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (providers.All.Count == 0)
        {
            context.Result = NotFound();
        }

        base.OnActionExecuting(context);
    }

    private async Task<IActionResult> LeaveAsync(OutsideErrand errand, OutsideOutcome outcome)
    {
        if (outcome == OutsideOutcome.Unknown)
        {
            return RedirectToAction(nameof(Register));
        }

        await arrivals.ForgetAsync();
        return outcome switch
        {
            OutsideOutcome.SignedIn when errand.Purpose == OutsidePurpose.ConfirmMail => RedirectToAction("Confirmed", "ConfirmMail"),
            OutsideOutcome.SignedIn => Redirect(Url.LocalOrHome(errand.ReturnUrl)),
            OutsideOutcome.NeedsCode => RedirectToAction("Code", "SignIn", new { errand.ReturnUrl }),
            OutsideOutcome.NotConfirmed => RedirectToAction("Sent", "Register"),
            _ => RedirectToAction(nameof(Failed), new { errand.ReturnUrl }),
        };
    }
}
