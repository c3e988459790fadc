using Microsoft.AspNetCore.Authorization;

namespace Portal.Web.Infrastructure;

/// <summary>Deny by default, and no address may leave its door unsaid (S-01).</summary>
internal static class Doors
{
    public static void AddDoors(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

    /// <summary>What leads nowhere (no page, or not with this method) is said at once: the fallback policy would ask a visitor to sign in for it.</summary>
    public static Task AnswerDeadEndsAsync(HttpContext context, RequestDelegate next)
    {
        switch (context.GetEndpoint())
        {
            case RouteEndpoint:
                return next(context);
            case { RequestDelegate: { } refusal }:
                return refusal(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }

    /// <exception cref="InvalidOperationException">Addresses without <c>[Authorize]</c> or <c>[AllowAnonymous]</c>; the program must not start.</exception>
    public static void RequireEveryDoorNamed(this IEndpointRouteBuilder app)
    {
        var unsaid = app.DataSources.SelectMany(x => x.Endpoints).Where(IsReachable).Where(x => Of(x) is null).Select(x => x.DisplayName).Distinct().ToList();
        if (unsaid.Count > 0)
        {
            throw new InvalidOperationException($"These addresses say neither [Authorize] nor [AllowAnonymous]: {string.Join(", ", unsaid)}");
        }
    }

    /// <summary>MVC also keeps a nameless endpoint per route, for writing links only.</summary>
    public static bool IsReachable(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null;

    /// <summary>Who is let in before a use case is asked: "anyone", "signed in" or the names of policies; null when nothing is said.</summary>
    public static string? Of(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "anyone";
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return policies.Count == 0 ? null : policies.Select(x => x.Policy).OfType<string>().DefaultIfEmpty("signed in").Aggregate((a, b) => $"{a}, {b}");
    }
}
