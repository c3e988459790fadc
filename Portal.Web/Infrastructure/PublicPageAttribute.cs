using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Infrastructure;

/// <summary>
/// A page that is the same for everybody without an account: caches may keep it, and whoever has it already gets 304. For a signed-in person
/// it stays out of caches like every other page, and a page that sets a cookie is nobody else's.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is not ViewResult || http.User.Identity is { IsAuthenticated: true })
        {
            await next();
            return;
        }

        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        var drawn = await next();
        http.Response.Body = body;
        if (drawn.Exception is null && !IsKnown(http, page))
        {
            page.Position = 0;
            await page.CopyToAsync(body, http.RequestAborted);
        }
    }

    private static bool IsKnown(HttpContext http, MemoryStream page) =>
        http.Response is { StatusCode: StatusCodes.Status200OK } response && response.Headers.SetCookie.Count == 0
        && PublicCopies.IsKnown(http, Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)))[..32]);
}

/// <summary>What caches are told about public content.</summary>
internal static class PublicCopies
{
    /// <summary>As long as a correction may take to be seen.</summary>
    private static readonly TimeSpan s_freshFor = TimeSpan.FromMinutes(5);

    /// <summary>Names the content in the headers of the answer.</summary>
    /// <param name="tag">The same content has the same tag. Weak, for the answer may be compressed in more than one way.</param>
    /// <returns>True when the browser has this very content: the answer is then 304 and has no body.</returns>
    public static bool IsKnown(HttpContext http, string tag)
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            return false;
        }

        var etag = new EntityTagHeaderValue($"\"{tag}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = etag;
        headers.CacheControl = new() { Public = true, MaxAge = s_freshFor };
        // The same address shows a signed-in person their own name.
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        if (!http.Request.GetTypedHeaders().IfNoneMatch.Any(x => x.Tag == "*" || x.Compare(etag, useStrongComparison: false)))
        {
            return false;
        }

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        http.Response.ContentLength = null;
        return true;
    }
}
