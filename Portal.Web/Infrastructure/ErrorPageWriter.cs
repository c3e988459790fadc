using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Infrastructure.Connect;

namespace Portal.Web.Infrastructure;

/// <summary>What went wrong, why, and what to do now, in one language.</summary>
internal sealed record ErrorWords(string Language, string Heading, string Text, string Next)
{
    private static readonly int[] s_known = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503];

    public static ErrorWords For(string key, string language, Text text) => LanguageChoice.In(language, () =>
        new ErrorWords(language, text[$"Errors.{key}.Heading"], text[$"Errors.{key}.Text"], text[$"Errors.{key}.Next"]));

    public static string KeyOf(int status) => $"Status{(s_known.Contains(status) ? status : status >= 500 ? 500 : 400)}";
}

/// <param name="Other">The same in the other language, when the person's language is not sure or the matter concerns everybody.</param>
/// <param name="Typed">What was in a refused form; empty when nothing can be given back.</param>
internal sealed record ErrorPage(ErrorWords Words, ErrorWords? Other, string Reference, string Typed);

/// <summary>Draws an error page in the language of the address, with the status kept.</summary>
internal sealed class ErrorPageWriter(IActionResultExecutor<ViewResult> executor, IModelMetadataProvider metadata, Text text)
{
    private const string View = "~/Views/Shared/ErrorPage.cshtml";

    public Task WriteAsync(HttpContext context)
    {
        var named = PageLanguage.Of(context.Request.Path);
        var language = named ?? LanguageChoice.Preferred(context.Request);
        var page = PageOf(context, language, inBoth: named is null || context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = language;
        var result = new ViewResult
        {
            ViewName = View,
            StatusCode = context.Response.StatusCode,
            ViewData = new ViewDataDictionary<ErrorPage>(metadata, new ModelStateDictionary()) { Model = page },
        };
        var routed = new RouteData(context.Request.RouteValues) { Values = { ["culture"] = language } };
        return LanguageChoice.In(language, () => executor.ExecuteAsync(new ActionContext(context, routed, new ActionDescriptor()), result));
    }

    private ErrorPage PageOf(HttpContext context, string language, bool inBoth)
    {
        var staleForm = context.Features.Get<StaleForm>();
        var key = staleForm is not null ? "StaleForm"
            : context.Response.StatusCode == StatusCodes.Status400BadRequest && ProtocolPaths.Contain(context.Request.Path) ? "Connect"
            : ErrorWords.KeyOf(context.Response.StatusCode);
        var other = PageLanguage.All.First(x => x != language);
        return new(
            ErrorWords.For(key, language, text), inBoth ? ErrorWords.For(key, other, text) : null,
            ErrorPages.ReferenceOf(context), staleForm?.Typed ?? "");
    }
}
