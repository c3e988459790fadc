using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Infrastructure;

/// <summary>The two languages of every page, and the address of the same page in the other one.</summary>
public static class PageLanguage
{
    public static readonly IReadOnlyList<string> All = ["ja", "en"];

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The language that an address names; null when it names none.</summary>
    public static string? Of(PathString path)
    {
        var first = path.Value?.Split('/', 3) is [_, var segment, ..] ? segment : null;
        return All.FirstOrDefault(x => string.Equals(x, first, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The value for a <c>lang</c> attribute: nothing when the text is in the page's own language.</summary>
    public static string? Differing(string? language) => language == Current ? null : language;

    /// <summary>A path of this site in the page's language: <c>/Help</c> becomes <c>/ja/Help</c>.</summary>
    public static string Local(HttpRequest request, string path) => $"{request.PathBase}/{Current}{path}";

    public static string SamePage(HttpRequest request, string language)
    {
        // An error page is shown under the address that failed, so the switch must lead back to that address.
        var failed = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var path = (failed?.OriginalPath ?? request.Path.Value) is { Length: > 0 } asked ? asked : "/";
        var end = path.IndexOf('/', 1);
        var rest = end > 0 && All.Contains(path[1..end]) ? path[end..] : All.Contains(path[1..]) ? "" : path;
        return $"{request.PathBase}/{language}{new PathString(rest.Length > 0 ? rest : null).ToUriComponent()}";
    }

    public static string SamePageAndQuery(HttpRequest request, string language)
    {
        var failed = request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        return SamePage(request, language) + (failed is null ? request.QueryString.ToUriComponent() : failed.OriginalQueryString);
    }

    public static string Absolute(HttpRequest request, string path) => $"{request.Scheme}://{request.Host.ToUriComponent()}{path}";
}
