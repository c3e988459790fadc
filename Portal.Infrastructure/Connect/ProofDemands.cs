using System.Globalization;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// When a request first asked for a new proof. Goes along in the address while the person gives it, so that the request is not answered with
/// the question again; sealed, and good for this request only.
/// </summary>
public sealed class ProofDemands(ILinkTokens tokens, TimeProvider clock)
{
    private const string Purpose = "connect-proof";

    public string Create(AuthorizationRequest request) =>
        tokens.Create(Purpose, string.Create(CultureInfo.InvariantCulture, $"{request.Fingerprint} {clock.GetUtcNow().UtcTicks}"));

    public DateTimeOffset? Read(AuthorizationRequest request, string? token) =>
        tokens.Read(Purpose, token ?? "")?.Split(' ') is [var fingerprint, var ticks] && fingerprint == request.Fingerprint
            ? new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero)
            : null;
}
