namespace Portal.Web.Infrastructure;

/// <summary>A request that was refused before its page saw it, with what was typed, so that nobody has to write it again.</summary>
/// <param name="Key">Of the words of its error page.</param>
/// <param name="Wait">How long until it may be sent again; null when waiting does not help.</param>
internal sealed record RefusedForm(string Key, string Typed, TimeSpan? Wait = null)
{
    private static readonly string[] s_hidden = ["__", "operation", "Version", "do", "switchTo", "Token", "Code", "Current", "Offer", "Credential", "ReturnUrl", FreshProof.PageField];

    public static string TypedIn(HttpRequest request) => !request.HasFormContentType ? "" : string.Join("\n\n", request.Form
        .Where(x => !Array.Exists(s_hidden, h => h == "__" ? x.Key.StartsWith(h, StringComparison.Ordinal) : x.Key.Equals(h, StringComparison.OrdinalIgnoreCase)))
        .Where(x => !x.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
        .SelectMany(x => x.Value).Where(IsTyped));

    private static bool IsTyped(string? value) =>
        !string.IsNullOrWhiteSpace(value) && !bool.TryParse(value, out _) && !Guid.TryParse(value, out _);
}
