using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>What a person cannot repair in the form becomes a status; <see cref="ErrorPages"/> draws its page.</summary>
internal sealed class RefusalFilter : IExceptionFilter, IAlwaysRunResultFilter
{
    public void OnException(ExceptionContext context)
    {
        context.Result = context.Exception switch
        {
            NotFoundException => new StatusCodeResult(StatusCodes.Status404NotFound),
            ForbiddenException when context.HttpContext.User.Identity is not { IsAuthenticated: true } => new ChallengeResult(),
            FreshProofRequiredException => new RedirectResult(FreshProof.ConfirmPath(context.HttpContext.Request)),
            ForbiddenException => new StatusCodeResult(StatusCodes.Status403Forbidden),
            _ => null,
        };
        context.ExceptionHandled = context.Result is not null;
    }

    /// <summary>A form whose token no longer fits is nearly always one that stood open for too long.</summary>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(StaleForm.Of(context.HttpContext.Request));
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

/// <summary>A form that was refused for its token, with what was typed into it, so that nobody has to write it again.</summary>
internal sealed record StaleForm(string Typed)
{
    private static readonly string[] s_hidden = ["__", "operation", "Version", "do", "switchTo", FreshProof.PageField];

    public static StaleForm Of(HttpRequest request) => new(!request.HasFormContentType ? "" : string.Join("\n\n", request.Form
        .Where(x => !Array.Exists(s_hidden, h => h == "__" ? x.Key.StartsWith(h, StringComparison.Ordinal) : x.Key == h))
        .Where(x => !x.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
        .SelectMany(x => x.Value).Where(IsTyped)));

    private static bool IsTyped(string? value) =>
        !string.IsNullOrWhiteSpace(value) && !bool.TryParse(value, out _) && !Guid.TryParse(value, out _);
}
