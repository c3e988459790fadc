using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Infrastructure;

namespace Portal.Web.Infrastructure;

/// <summary>
/// Turns the signed-in user into the actor of this request. The cookie says only who; rights are read on every request, so that a role
/// given or taken away counts on the next click (S-04).
/// </summary>
internal sealed class RecogniseActor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ActorHolder current, RequestFrame frame, IPortalDb db, TimeProvider clock)
    {
        if (PersonOf(context.User) is { } personId)
        {
            var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(context.RequestAborted);
            var now = clock.GetUtcNow();
            var actor = await StaffFactors.LimitAsync(context, Rights.Of(personId, memberships, now) with { Proof = context.Features.Get<SignInProof>() });
            current.Fixed = actor;
            await frame.ShowAsync(actor, db, now, context.RequestAborted);
        }

        await next(context);
    }

    // An access token names a person only together with their visit: a connected system chooses the name of its own.
    private static Guid? PersonOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? (user.HasClaim(c => c.Type == "sid") ? user.FindFirstValue("sub") : null), out var id) ? id : null;
}
