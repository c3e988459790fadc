using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Account.Controllers;

/// <summary>Changes of one's ways in ask for a fresh proof, as strong as the account can give.</summary>
public abstract class ProvenController(ISender sender, Text text, ICurrentActor current, Factors factors, TimeProvider clock) : PortalController(sender, text)
{
    protected Guid Me => current.Actor.UserId;

    protected Actor Actor => current.Actor;

    protected Factors Factors => factors;

    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!IsFree(context.ActionDescriptor.RouteValues["action"]!) && !await IsProvenAsync(HttpContext.RequestAborted))
        {
            context.Result = RedirectToAction("Index", "Confirm", new { returnUrl = Here });
            return;
        }

        await base.OnActionExecutionAsync(context, next);
    }

    /// <summary>Where the fresh proof leads back to.</summary>
    protected virtual string? Here => Url.Action("Index");

    /// <summary>Looking, and what only makes the account safer.</summary>
    protected virtual bool IsFree(string action) => action == "Index";

    private async Task<bool> IsProvenAsync(CancellationToken ct) =>
        current.Actor.Proof is { } proof && proof.IsFresh(clock.GetUtcNow()) && (proof.IsStrong || !(await factors.OfAsync(Me, ct)).IsAny);
}
