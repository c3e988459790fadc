using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Portal.Web.Infrastructure;

/// <summary>How much and how long a request may take (S-30). An upload action raises its own limit with <c>[RequestSizeLimit(RequestLimits.Upload)]</c>.</summary>
public static class RequestLimits
{
    /// <summary>Bytes of an ordinary body.</summary>
    public const int Body = 64 * 1024;

    /// <summary>
    /// Bytes of a body with one file. More than the 10 MB that a file may have: a body cut off on its way shows as a broken connection, and the
    /// person would never read that the file is too large.
    /// </summary>
    public const int Upload = (32 * 1024 * 1024) + Body;

    /// <summary>Milliseconds for an action that receives or makes a file: <c>[RequestTimeout(RequestLimits.UploadTime)]</c>.</summary>
    public const int UploadTime = 120_000;

    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(10);

    internal static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = Body;
            server.Limits.RequestHeadersTimeout = s_time;
            server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 500;
            form.KeyLengthLimit = 200;
            form.ValueLengthLimit = Body;
            // The body limit of the address decides; this one must only let an upload through.
            form.MultipartBodyLengthLimit = Upload;
        });
        // The database must answer within ten seconds or the person hears so.
        builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = s_time, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
    }

    /// <summary>Pages are read, forms are posted; nothing else is used, TRACE least of all.</summary>
    internal static Task RefuseOtherMethodsAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    /// <summary>
    /// Reads a posted form before the antiforgery check does: that one takes a body that is too large for a missing token, and the person
    /// would read the wrong reason.
    /// </summary>
    internal static async Task ReadFormAsync(HttpContext context, RequestDelegate next)
    {
        if (await CanReadFormAsync(context))
        {
            await next(context);
        }
    }

    /// <returns>False when the posted form cannot be read; the status says why.</returns>
    internal static async Task<bool> CanReadFormAsync(HttpContext context)
    {
        try
        {
            if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && context.GetEndpoint() is not null)
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }

            return true;
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException unreadable)
        {
            context.Response.StatusCode = unreadable.StatusCode;
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return false;
    }
}
