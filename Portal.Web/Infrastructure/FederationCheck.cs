using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portal.Infrastructure.Federation;

namespace Portal.Web.Infrastructure;

/// <summary>What is missing or weak about the outside providers of this installation.</summary>
internal static partial class FederationCheck
{
    // The key of Identity's table of logins.
    private const int LongestIssuer = 128;

    public static IEnumerable<string> Reasons(OutsideProviders providers)
    {
        var keys = providers.All.Select(p => p.Key).ToList();
        return providers.All.SelectMany((provider, i) => Reasons(provider).Select(r => $"{FederationSetup.ProvidersSetting}:{i}: {r}"))
            .Concat(keys.Distinct().Count() < keys.Count ? [$"{FederationSetup.ProvidersSetting}: two have the same Key."] : []);
    }

    private static IEnumerable<string> Reasons(OutsideProvider provider)
    {
        if (!KeyForm().IsMatch(provider.Key))
        {
            yield return "Key is missing or has other characters than a-z, 0-9 and hyphens.";
        }

        if (!Uri.TryCreate(provider.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme != Uri.UriSchemeHttps || provider.Issuer.Length > LongestIssuer)
        {
            yield return $"Issuer is not an https address of at most {LongestIssuer} characters.";
        }

        if (provider.ClientId.Length == 0 || !provider.Name.IsComplete)
        {
            yield return "ClientId, Name:Ja or Name:En is missing.";
        }

        if ((provider.ClientSecret is null) == (provider.KeyPath is null))
        {
            yield return "Set either ClientSecret or KeyPath.";
        }

        if (provider.KeyPath is { } path && !CanRead(path))
        {
            yield return "KeyPath names no private key in PEM.";
        }
    }

    private static bool CanRead(string path)
    {
        try
        {
            ClientAssertions.Read(path);
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex KeyForm();
}
