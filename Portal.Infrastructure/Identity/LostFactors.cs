namespace Portal.Infrastructure.Identity;

/// <summary>The last strong way in of a person is to go (S-19).</summary>
public sealed class FactorRemoval
{
    public required Guid PersonId { get; init; }

    /// <summary>Which passkey, as WebAuthn writes its id; null for the authenticator app.</summary>
    public string? CredentialId { get; init; }
    public required DateTimeOffset DueAt { get; init; }
}

/// <summary>Somebody with the password asks to be let in without any other way in. One for each person at a time.</summary>
public sealed class RecoveryRequest
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Until then it can only be stopped.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The link was mailed.</summary>
    public bool IsOpen { get; set; }
}
