using Microsoft.Extensions.Configuration;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Federation;

/// <summary>An outside OpenID Connect provider through which people sign in. One section of <c>Federation:Providers</c>.</summary>
public sealed class OutsideProvider
{
    /// <summary>Part of its addresses: lower-case letters, digits and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>As its button says it.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>Exactly as the provider writes it in its discovery document and in its tokens.</summary>
    public required string Issuer { get; init; }
    public required string ClientId { get; init; }
    public string? ClientSecret { get; init; }

    /// <summary>A private key in PEM (RSA or EC) with which the portal signs who it is (<c>private_key_jwt</c>), in place of a secret.</summary>
    public string? KeyPath { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required string NameClaim { get; init; }
    public required string MailClaim { get; init; }

    /// <summary>Values of <c>acr</c> that count as more than a password. None by default: an outside sign-in alone opens no agency's work.</summary>
    public required IReadOnlySet<string> StrongAcr { get; init; }

    public string Scheme => $"outside-{Key}";

    public string CallbackPath => $"/connect/outside/{Key}";

    public static OutsideProvider Of(IConfigurationSection settings) => new()
    {
        Key = settings[nameof(Key)] ?? "",
        Name = new(settings["Name:Ja"] ?? "", settings["Name:En"] ?? ""),
        Issuer = settings[nameof(Issuer)] ?? "",
        ClientId = settings[nameof(ClientId)] ?? "",
        ClientSecret = settings[nameof(ClientSecret)] is { Length: > 0 } secret ? secret : null,
        KeyPath = settings[nameof(KeyPath)] is { Length: > 0 } path ? path : null,
        Scopes = List(settings, nameof(Scopes)) is { Count: > 0 } scopes ? scopes : ["openid", "profile", "email"],
        NameClaim = settings[nameof(NameClaim)] ?? "name",
        MailClaim = settings[nameof(MailClaim)] ?? "email",
        StrongAcr = List(settings, nameof(StrongAcr)).ToHashSet(StringComparer.Ordinal),
    };

    private static List<string> List(IConfigurationSection settings, string name) =>
        [.. settings.GetSection(name).GetChildren().Select(c => c.Value).OfType<string>()];
}

/// <summary>The providers of this installation; usually none.</summary>
public sealed class OutsideProviders(IReadOnlyList<OutsideProvider> all)
{
    public IReadOnlyList<OutsideProvider> All => all;

    public OutsideProvider? Find(string? key) => all.FirstOrDefault(p => p.Key == key);

    public OutsideProvider? OfIssuer(string issuer) => all.FirstOrDefault(p => p.Issuer == issuer);
}
