using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Connect;

/// <summary>Carries the parameters of a protocol request from one page to the next as they came.</summary>
internal static class ProtocolForm
{
    // Ours, not the system's.
    private static readonly string[] s_own = ["__RequestVerificationToken", "allow"];

    public static IReadOnlyList<KeyValuePair<string, string?>> FieldsOf(HttpRequest request)
    {
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> all = request.HasFormContentType ? request.Form : request.Query;
        return [.. all.Where(f => !s_own.Contains(f.Key)).SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value))];
    }

    /// <summary>The same request at the page in the person's language: the choice kept in this browser, then what the system asks for.</summary>
    public static string PathIn(IReadOnlyList<string> asked, HttpRequest request, string page)
    {
        var chosen = request.Cookies.ContainsKey(LanguageChoice.CookieName) ? null : asked.FirstOrDefault(PageLanguage.All.Contains);
        return $"{request.PathBase}/{chosen ?? LanguageChoice.Preferred(request)}/Connect/{page}{request.QueryString}";
    }

    /// <summary>What a system may do, in words.</summary>
    public static string Sentence(Text text, string scope) =>
        text.Has($"Connect.Scope.{scope}") ? text[$"Connect.Scope.{scope}"] : text.Get("Connect.Scope.Other", ("Scope", scope));
}
