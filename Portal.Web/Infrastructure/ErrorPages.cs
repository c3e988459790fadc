using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Persistence;

namespace Portal.Web.Infrastructure;

/// <summary>
/// The outermost step: an exception becomes a status, and a status without a page gets one. The page is drawn here and now instead of by a
/// second run through the pipeline: that run would need the database whose absence is being explained.
/// </summary>
internal sealed class ErrorPages(RequestDelegate next, ErrorPageWriter writer, ILogger<ErrorPages> log)
{
    private const string RetryAfterSeconds = "30";

    public async Task InvokeAsync(HttpContext context)
    {
        // The OpenID Connect server leaves the page to us where there is no registered address to answer to.
        context.Features.Set<IStatusCodePagesFeature>(new StatusCodePagesFeature());
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, failure);
        }

        if (LacksPage(context))
        {
            await writer.WriteAsync(context);
        }
    }

    private async Task AnswerAsync(HttpContext context, Exception failure)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusOf(failure);
        if (failure is ForbiddenException && context.User.Identity is not { IsAuthenticated: true })
        {
            await context.ChallengeAsync();
        }
        else if (context.Response.StatusCode >= 500)
        {
            // Without messages: they may hold what a person typed.
            log.LogError("Request failed: {Errors} {Stack}", string.Join(" < ", Chain(failure).Select(e => e.GetType().FullName)), failure.StackTrace);
        }

        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        ForbiddenException => StatusCodes.Status403Forbidden,
        BadHttpRequestException bad => bad.StatusCode,
        _ when failure.IsStoreTrouble() => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool LacksPage(HttpContext context) =>
        context.Response is { HasStarted: false, StatusCode: >= 400 and < 600, ContentLength: null, ContentType: null or "" } && ReadsPages(context.Request);

    /// <summary>A script that asked for JSON gets the status alone.</summary>
    private static bool ReadsPages(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(ProtocolPaths.Api, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var accepted = request.GetTypedHeaders().Accept;
        var page = new MediaTypeHeaderValue("text/html");
        return accepted.Count == 0 || accepted.Any(page.IsSubsetOf);
    }

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }

    /// <summary>What the person tells us and the log shows too.</summary>
    public static string ReferenceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}
