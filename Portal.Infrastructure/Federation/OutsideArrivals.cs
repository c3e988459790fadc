using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Portal.Infrastructure.Federation;

/// <summary>What somebody went to an outside provider for.</summary>
public enum OutsidePurpose { SignIn, Link, ConfirmMail, Prove }

/// <summary>What goes to the provider sealed in <c>state</c> and comes back with the answer.</summary>
/// <param name="Language">Of the pages before and after: the callback's address names none.</param>
/// <param name="Account">Whose address is to be confirmed, with the mailed <paramref name="Token"/>.</param>
public sealed record OutsideErrand(OutsidePurpose Purpose, string Language, string? ReturnUrl, Guid? Account = null, string? Token = null)
{
    /// <summary>Leads to the page of a language: what was lost on the way is also which one.</summary>
    public const string NeutralFailurePath = "/connect/outside";

    public string FailurePath => $"/{Language}/Account/Outside/Failed?returnUrl={Uri.EscapeDataString(ReturnUrl ?? "")}";

    public void WriteTo(AuthenticationProperties properties)
    {
        properties.Items["purpose"] = Purpose.ToString();
        properties.Items["language"] = Language;
        properties.Items["returnUrl"] = ReturnUrl;
        properties.Items["account"] = Account?.ToString();
        properties.Items["token"] = Token;
    }

    internal static OutsideErrand? Of(AuthenticationProperties? properties) =>
        properties is not null && Enum.TryParse<OutsidePurpose>(Item(properties, "purpose"), out var purpose)
            ? new(purpose, Item(properties, "language") ?? "en", Item(properties, "returnUrl"), Guid.TryParse(Item(properties, "account"), out var id) ? id : null, Item(properties, "token"))
            : null;

    private static string? Item(AuthenticationProperties properties, string name) => properties.Items.TryGetValue(name, out var value) ? value : null;
}

public sealed record OutsideArrival(OutsideIdentity Identity, OutsideProvider Provider, OutsideErrand Errand);

/// <summary>The ten minutes after an outside provider has said who somebody is: a cookie that says so, and opens nothing by itself.</summary>
public sealed class OutsideArrivals(IHttpContextAccessor http, OutsideProviders providers)
{
    internal static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private static readonly string s_scheme = IdentityConstants.ExternalScheme;

    public async Task<OutsideArrival?> ReadAsync()
    {
        // Without a provider there is no such cookie either.
        var ticket = providers.All.Count == 0 ? AuthenticateResult.NoResult() : await http.HttpContext!.AuthenticateAsync(s_scheme);
        return ticket.Succeeded && OutsideErrand.Of(ticket.Properties) is { } errand
            && OutsideIdentity.Of(ticket.Principal) is var identity && providers.OfIssuer(identity.Issuer) is { } provider
            ? new(identity, provider, errand)
            : null;
    }

    public Task ForgetAsync() => http.HttpContext!.SignOutAsync(s_scheme);
}
