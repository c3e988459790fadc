using Microsoft.AspNetCore.WebUtilities;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Infrastructure;

/// <summary>Staff see no case before they have signed in strongly and hold enough ways in, among them a device-bound passkey if they sign for a government (S-11): until then every page but their account leads to the set-up.</summary>
internal static class StaffFactors
{
    /// <summary>Marks the request of somebody who still has to set up.</summary>
    public const string Missing = "StaffFactors.Missing";

    // The API for connected systems answers without the roles instead of leading to a page.
    private static readonly string[] s_open = ["Account", "Connect"];

    /// <summary>The actor without the rights of an agency, as long as something is missing.</summary>
    public static async Task<Actor> LimitAsync(HttpContext context, Actor actor)
    {
        if (actor.Agency is null || actor.Proof is { Method: SignInMethod.Demonstration })
        {
            return actor;
        }

        var factors = context.RequestServices.GetRequiredService<Factors>();
        if (actor.Proof is { IsStrong: true } && (await factors.OfAsync(actor.UserId, context.RequestAborted)).IsEnoughForStaff
            && (!actor.SignsForGovernment || await factors.HasDeviceBoundAsync(actor.UserId)))
        {
            return actor;
        }

        context.Items[Missing] = true;
        return actor with { Agency = null, OrganisationId = null, Permissions = new HashSet<Permission>() };
    }

    public static Task LeadToSetUpAsync(HttpContext context, RequestDelegate next)
    {
        var isClosed = context.Items.ContainsKey(Missing) && context.GetEndpoint() is { } endpoint && Doors.Of(endpoint) != "anyone"
            && (context.Request.RouteValues["area"] as string is not { } area || !s_open.Contains(area, StringComparer.OrdinalIgnoreCase));
        if (!isClosed)
        {
            return next(context);
        }

        // What a form would have sent cannot be sent again.
        var (request, setUp) = (context.Request, PageLanguage.Local(context.Request, "/Account/Factors?needed=true"));
        context.Response.Redirect(HttpMethods.IsGet(request.Method)
            ? QueryHelpers.AddQueryString(setUp, "returnUrl", request.PathBase + request.Path + request.QueryString) : setUp);
        return Task.CompletedTask;
    }
}
