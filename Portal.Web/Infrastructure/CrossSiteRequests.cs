namespace Portal.Web.Infrastructure;

/// <summary>
/// Refuses what another site sends in a person's name, before any token is looked at (S-27). Browsers say where a request comes from in
/// Sec-Fetch-Site; older ones in Origin. Both absent means no browser, and there the antiforgery token stands alone.
/// </summary>
internal static class CrossSiteRequests
{
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && !IsOurs(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        // Our own Referrer-Policy makes browsers write "null" into Origin, so null says nothing.
        "" => request.Headers.Origin.ToString() is "" or "null" || request.Headers.Origin == $"{request.Scheme}://{request.Host}",
        _ => false,
    };
}
