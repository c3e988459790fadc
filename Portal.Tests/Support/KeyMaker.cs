using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Support;

/// <summary>A maker of security keys: a root certificate, and the certificates with which its keys attest (WebAuthn Level 3, 8.2.1).</summary>
internal sealed class KeyMaker : IDisposable
{
    private static readonly DateTimeOffset s_from = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), s_to = new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 _root;

    public KeyMaker()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(s_from, s_to);
    }

    public string RootPem => _root.ExportCertificatePem();

    /// <param name="model">Null: the certificate does not name it.</param>
    public byte[] Certify(ECDsa key, Guid? model, bool isAuthority = false)
    {
        var request = new CertificateRequest("C=JP, O=Test, OU=Authenticator Attestation, CN=Test key", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        if (model is { } named)
        {
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.45724.1.1.4", [0x04, 0x10, .. named.ToByteArray(bigEndian: true)], critical: false));
        }

        using var made = request.Create(_root, s_from, s_to, RandomNumberGenerator.GetBytes(8));
        return made.RawData;
    }

    public void Dispose() => _root.Dispose();
}
