namespace Portal.Infrastructure.Connect;

/// <summary>
/// What a key is for. <see cref="Signing"/>: every token; systems check it with the published half. <see cref="Encryption"/>: codes, refresh
/// tokens and pushed requests, which only the portal itself reads.
/// </summary>
public enum KeyPurpose
{
    Signing,
    Encryption,
}

/// <summary>A key of the OpenID Connect server. Rows are added and deleted, never changed: what a key does follows from the clock (<see cref="KeyLife"/>).</summary>
public sealed class ConnectKey
{
    public required KeyPurpose Purpose { get; init; }

    /// <summary>1, 2, 3 … for each purpose. Of two nodes that make the next key at once, one finds the number taken.</summary>
    public required int Generation { get; init; }

    /// <summary>The <c>kid</c> in tokens and in the published set; of a signing key its thumbprint (RFC 7638).</summary>
    public required string KeyId { get; init; }

    /// <summary>The <c>alg</c> of a token (RFC 7518).</summary>
    public required string Algorithm { get; init; }

    /// <summary>SubjectPublicKeyInfo (RFC 5280) of a signing key; an encryption key has no public half.</summary>
    public byte[]? PublicKey { get; init; }

    /// <summary>The secret half under the key ring of Data Protection.</summary>
    public required byte[] Sealed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it signs or encrypts, until the next key does.</summary>
    public required DateTimeOffset SignsFrom { get; init; }
}
