using Microsoft.AspNetCore.Identity;
using Portal.Application.Identity.Domain;

namespace Portal.Infrastructure.Identity;

/// <summary>Addresses are looked up by their canonical form (S-16). User names are ids and stay as they are.</summary>
internal sealed class MailAddressNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name;

    /// <summary>What is no address keeps its plain form: it finds nobody, because nobody can register with it.</summary>
    public string? NormalizeEmail(string? email) => MailAddress.TryCanonical(email, out var canonical) ? canonical : MailAddress.Plain(email);
}
