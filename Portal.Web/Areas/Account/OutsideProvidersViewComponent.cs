using Microsoft.AspNetCore.Mvc;
using Portal.Application.Shared;
using Portal.Infrastructure.Federation;

namespace Portal.Web.Areas.Account;

/// <summary>The outside providers with what can be done through them: all where anybody signs in, only the account's own where it is one account's matter.</summary>
[ViewComponent(Name = "OutsideProviders")]
public sealed class OutsideProvidersViewComponent(OutsideProviders providers, OutsideLinks links, ICurrentActor current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(
        OutsidePurpose purpose, string? returnUrl = null, Guid? account = null, string? token = null, IReadOnlyList<OutsideProvider>? linked = null)
    {
        var ct = HttpContext.RequestAborted;
        var shown = purpose switch
        {
            OutsidePurpose.ConfirmMail => await links.OfAsync(account!.Value, ct),
            OutsidePurpose.Prove => await links.OfAsync(current.Actor.UserId, ct),
            _ => providers.All,
        };
        return View(new OutsideProvidersPart(shown, linked ?? [], purpose, returnUrl, account, token));
    }
}

public sealed record OutsideProvidersPart(
    IReadOnlyList<OutsideProvider> Providers, IReadOnlyList<OutsideProvider> Linked, OutsidePurpose Purpose, string? ReturnUrl, Guid? Account, string? Token);
