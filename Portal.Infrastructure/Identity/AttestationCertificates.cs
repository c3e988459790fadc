using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Infrastructure.Identity;

/// <summary>The certificates of an attestation: does the maker's signature hold, for which model, and who stands behind it (WebAuthn Level 3, 8.2 and 8.2.1).</summary>
internal static class AttestationCertificates
{
    private const string ModelExtension = "1.3.6.1.4.1.45724.1.1.4", OrganisationalUnit = "2.5.4.11", Unit = "Authenticator Attestation";

    // COSE: ECDSA with SHA-256, the one algorithm that security keys attest with in practice.
    private const long Es256 = -7;

    /// <summary>There is a maker's signature, of a kind that can be checked here.</summary>
    public static bool AreIn(Attestation attestation) => attestation is { Algorithm: Es256, Certificates.Count: > 0 };

    /// <summary>The signature is right and its certificate is one of an authenticator, of no other model than the passkey says.</summary>
    public static bool HoldTrue(Attestation attestation, ReadOnlySpan<byte> clientDataHash)
    {
        try
        {
            using var leaf = X509CertificateLoader.LoadCertificate(attestation.Certificates[0]);
            using var key = leaf.GetECDsaPublicKey();
            byte[] signed = [.. attestation.AuthenticatorData, .. clientDataHash];
            return key?.VerifyData(signed, attestation.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) == true
                && IsOfAuthenticator(leaf) && (leaf.Extensions[ModelExtension] is null || ModelOf(leaf) == attestation.Model);
        }
        catch (Exception malformed) when (malformed is CryptographicException or AsnContentException)
        {
            return false;
        }
    }

    /// <summary>The certificate names the model itself, and one of the roots stands behind it at that time. Whether it was revoked is asked nowhere: the portal calls nobody.</summary>
    public static bool LeadTo(X509Certificate2Collection roots, Attestation attestation, DateTimeOffset at)
    {
        using var leaf = X509CertificateLoader.LoadCertificate(attestation.Certificates[0]);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        (chain.ChainPolicy.RevocationMode, chain.ChainPolicy.DisableCertificateDownloads) = (X509RevocationMode.NoCheck, true);
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        try
        {
            foreach (var between in attestation.Certificates.Skip(1))
            {
                chain.ChainPolicy.ExtraStore.Add(X509CertificateLoader.LoadCertificate(between));
            }

            return leaf.Extensions[ModelExtension] is not null && chain.Build(leaf);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsOfAuthenticator(X509Certificate2 leaf) =>
        leaf.Version == 3 && leaf.Extensions.OfType<X509BasicConstraintsExtension>().FirstOrDefault() is { CertificateAuthority: false }
        && leaf.SubjectName.EnumerateRelativeDistinguishedNames().Any(n => !n.HasMultipleElements && n.GetSingleElementType().Value == OrganisationalUnit && n.GetSingleElementValue() == Unit);

    private static Guid? ModelOf(X509Certificate2 leaf) =>
        leaf.Extensions[ModelExtension] is { Critical: false } extension && AsnDecoder.ReadOctetString(extension.RawData, AsnEncodingRules.DER, out _) is { Length: 16 } model
            ? new Guid(model, bigEndian: true)
            : null;
}
