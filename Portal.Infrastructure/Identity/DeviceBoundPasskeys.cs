using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Portal.Infrastructure.Identity;

/// <summary>
/// Which passkeys stay on their device for certain: those of models that this installation lists, with their maker's signature (S-11).
/// It follows from what was kept when the passkey was added, as of that time, so a changed list counts at once for all.
/// </summary>
public sealed class DeviceBoundPasskeys
{
    public const string ModelsSetting = "Passkeys:DeviceBound:Aaguids", RootsSetting = "Passkeys:DeviceBound:RootsPath";

    private readonly HashSet<Guid> _models = [];
    private readonly X509Certificate2Collection _roots = [];
    private readonly bool _takesWord;

    public DeviceBoundPasskeys(IConfiguration configuration, IHostEnvironment environment)
    {
        var listed = configuration.GetSection(ModelsSetting).GetChildren().Select(c => c.Value ?? "").Where(m => m.Length > 0).ToList();
        Unreadable = [.. listed.Where(m => !Guid.TryParse(m, out var model) || model == Guid.Empty)];
        _models.UnionWith(listed.Except(Unreadable).Select(Guid.Parse));
        _takesWord = listed.Count == 0 && environment.IsDevelopment();
        ReadRoots(configuration[RootsSetting]);
    }

    /// <summary>Listed models that are no AAGUID.</summary>
    public IReadOnlyList<string> Unreadable { get; }

    public bool HasModels => _models.Count > 0;

    public bool HasRoots => _roots.Count > 0;

    /// <summary>In Development without a list, a passkey's own word that it is not synced is enough.</summary>
    public bool Hold(UserPasskeyInfo passkey) => !passkey.IsBackupEligible && (_takesWord || IsListed(passkey));

    /// <summary>Refused at once is only what says a maker's name falsely. Everything else may be an ordinary passkey.</summary>
    internal static bool MayBeAdded(PasskeyAttestationStatementVerificationContext asked) =>
        Attestation.Read(asked.AttestationObject) is { } attestation
        && (!AttestationCertificates.AreIn(attestation) || AttestationCertificates.HoldTrue(attestation, asked.ClientDataHash.Span));

    private bool IsListed(UserPasskeyInfo passkey) =>
        Attestation.Read(passkey.AttestationObject) is { } attestation && _models.Contains(attestation.Model) && AttestationCertificates.AreIn(attestation)
        && AttestationCertificates.HoldTrue(attestation, SHA256.HashData(passkey.ClientDataJson)) && AttestationCertificates.LeadTo(_roots, attestation, passkey.CreatedAt);

    private void ReadRoots(string? path)
    {
        try
        {
            if (File.Exists(path))
            {
                _roots.ImportFromPemFile(path);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // The self-check says that there are none.
            _roots.Clear();
        }
    }
}
