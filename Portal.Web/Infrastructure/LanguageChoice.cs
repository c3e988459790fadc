using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Web.Infrastructure;

/// <summary>
/// The address decides the language of a page; the cookie decides only <c>/</c>. It is set when a person presses the language switch and
/// at no other time: following a mailed link into the other language is not a choice.
/// </summary>
internal static class LanguageChoice
{
    public const string Route = $"{{culture:{PageLanguageConstraint.Name}}}";

    public const string CookieName = "portal-language";

    private const string Chosen = "chosen", FormField = "switchTo";

    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture("en-US", "en"),
        SupportedCultures = [new("ja-JP"), new("en-US")],
        SupportedUICultures = [new("ja"), new("en")],
        RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult(Of(PageLanguage.Of(context.Request.Path))))],
    };

    /// <summary>The address behind the switch: the same page and query in the other language, marked as chosen.</summary>
    /// <param name="page">Where the page is read, if not at the address of the request.</param>
    public static string Address(HttpRequest request, string language, string? page = null) =>
        QueryHelpers.AddQueryString(page ?? PageLanguage.SamePageAndQuery(request, language), Chosen, language);

    /// <summary>Keeps a choice made by the switch as a link, and leads on to the clean address.</summary>
    public static async Task KeepFromLinkAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (PageLanguage.Of(request.Path) is not { } language || request.Query[Chosen] != language)
        {
            await next(context);
            return;
        }

        Keep(context, language);
        var rest = request.Query.Where(x => x.Key != Chosen).SelectMany(x => x.Value, (x, value) => KeyValuePair.Create(x.Key, value));
        context.Response.Redirect(request.PathBase + request.Path + QueryString.Create(rest));
    }

    /// <summary>Keeps a choice made by the switch inside a form, which saves the form first.</summary>
    public static void KeepFromForm(HttpContext context)
    {
        if (context.Request is { HasFormContentType: true } request && PageLanguage.All.Contains(request.Form[FormField].ToString()))
        {
            Keep(context, request.Form[FormField].ToString());
        }
    }

    /// <summary><c>/</c>: the saved choice, then the browser's languages, then English.</summary>
    public static Task Redirect(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"{context.Request.PathBase}/{Preferred(context.Request)}");
        return Task.CompletedTask;
    }

    public static string Preferred(HttpRequest request) =>
        request.Cookies[CookieName] is { } saved && PageLanguage.All.Contains(saved) ? saved : Accepted(request) ?? "en";

    private static string? Accepted(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(x => x.Quality is not 0).OrderByDescending(x => x.Quality ?? 1)
        .Select(x => x.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(PageLanguage.All.Contains);

    private static void Keep(HttpContext context, string language) => context.Response.Cookies.Append(CookieName, language, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true,
    });

    private static ProviderCultureResult? Of(string? language) => language switch
    {
        "ja" => new("ja-JP", "ja"),
        "en" => new("en-US", "en"),
        _ => null,
    };

    /// <summary>Does something as if in this language; for texts in both languages on one page.</summary>
    public static T In<T>(string language, Func<T> say)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == "ja" ? "ja-JP" : "en-US");
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
