using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

/// <summary>What an administrator states about a system.</summary>
/// <param name="RedirectAddresses">Lines as typed; empty ones do not count.</param>
/// <param name="SignOutAddresses">The same, for after signing out.</param>
public sealed record SystemProfile(
    SystemKind Kind, BilingualText Name, IReadOnlyList<string> RedirectAddresses, IReadOnlyList<string> SignOutAddresses, IReadOnlyList<string> Scopes)
{
    /// <summary>Everything that is wrong with it, line by line.</summary>
    public IEnumerable<Error> Problems() =>
        [.. AddressProblems(nameof(RedirectAddresses), RedirectAddresses), .. AddressProblems(nameof(SignOutAddresses), SignOutAddresses), .. ScopeProblems()];

    private IEnumerable<Error> AddressProblems(string field, IReadOnlyList<string> lines)
    {
        var count = SystemAddress.Filled(lines).Count;
        var whole = count switch
        {
            > 0 when Kind == SystemKind.Service => "Identity.Address.NotForService",
            > SystemAddress.Most => "Identity.Address.TooMany",
            0 when Kind != SystemKind.Service && field == nameof(RedirectAddresses) => "Identity.Address.Missing",
            _ => null,
        };
        return whole is not null
            ? [new Error(whole, field, new Dictionary<string, object?> { ["Most"] = SystemAddress.Most })]
            : lines.Select((line, i) => (Code: line.Length == 0 ? null : SystemAddress.ProblemOf(line, Kind), Number: i + 1))
                .Where(l => l.Code is not null).Select(l => new Error(l.Code!, field, new Dictionary<string, object?> { ["Line"] = l.Number }));
    }

    private IEnumerable<Error> ScopeProblems()
    {
        if (Scopes.Any(s => !SystemScopes.Of(Kind).Contains(s)))
        {
            yield return new Error(Kind == SystemKind.Service ? "Identity.System.ScopeForService" : "Identity.System.ScopeUnknown", nameof(Scopes));
        }
        else if (Kind != SystemKind.Service && !Scopes.Contains(SystemScopes.OpenId))
        {
            yield return new Error("Identity.System.ScopeOpenId", nameof(Scopes));
        }
    }
}
