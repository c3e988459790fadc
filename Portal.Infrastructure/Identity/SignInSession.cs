using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>One signed-in browser. Its cookie counts only as long as this row stands (S-10).</summary>
public sealed class SignInSession
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The <c>sid</c> of OpenID Connect. A fresh proof gives the session a new id; what other systems were given goes on under this one.</summary>
    public required Guid VisitId { get; init; }
    public required SignInMethod Method { get; init; }
    public required bool IsStrong { get; init; }

    /// <summary>The id of the passkey, when one was used; gone passkeys leave it.</summary>
    public string? CredentialId { get; init; }
    public required DateTimeOffset ProvedAt { get; init; }

    /// <summary>Twelve hours from here the session ends, however often the person proves who they are.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>To the minute: kept when the cookie is renewed.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The browser's own words about itself, shortened: only its owner reads them.</summary>
    public required string Device { get; init; }

    public SignInProof Proof => new(Method, IsStrong, ProvedAt, Id);
}
