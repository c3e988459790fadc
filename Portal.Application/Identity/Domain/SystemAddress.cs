using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>
/// Addresses to which people are sent back. They are compared letter by letter (RFC 9700 §2.1), so they are stored exactly as typed;
/// without TLS only to the person's own device, and only for what runs there (RFC 8252 §7.3).
/// </summary>
public static class SystemAddress
{
    public const int Most = 10, MaxLength = 300;

    /// <summary>The lines of a field, trimmed; empty ones stay, so that lines keep their numbers.</summary>
    public static IReadOnlyList<string> Lines(string? text) => [.. CleanText.Prose(text).Split('\n').Select(l => l.Trim())];

    public static IReadOnlyList<string> Filled(IReadOnlyList<string> lines) => [.. lines.Where(l => l.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The text key of what is wrong with one address; null when nothing is.</summary>
    public static string? ProblemOf(string address, SystemKind kind)
    {
        // First, because a host with a star cannot be read either.
        if (address.Contains('*', StringComparison.Ordinal))
        {
            return "Identity.Address.Wildcard";
        }

        if (address.Length > MaxLength || !address.All(c => c is > ' ' and <= '~' and not '\\') || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return "Identity.Address.Unreadable";
        }

        return address switch
        {
            _ when address.Contains('#', StringComparison.Ordinal) => "Identity.Address.Fragment",
            _ when uri.UserInfo.Length > 0 || address.Contains('@', StringComparison.Ordinal) => "Identity.Address.UserInfo",
            _ when IsSafe(uri, kind) => null,
            _ => kind == SystemKind.Native ? "Identity.Address.NotHttpsOrLoopback" : "Identity.Address.NotHttps",
        };
    }

    private static bool IsSafe(Uri uri, SystemKind kind) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && kind == SystemKind.Native);
}
