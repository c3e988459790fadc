using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>What an owner says of one version of its certification. Blueprints are copyrighted: only labels, dates and our own words are kept.</summary>
/// <param name="Label">As the owner names the version: an exam code or a syllabus number.</param>
/// <param name="EffectiveOn">First day of this version of the blueprint or syllabus: what claims on it are aged from.</param>
/// <param name="RetiredOn">First day on which it is no longer offered; null while it is.</param>
public sealed record CertificationVersionText(string Label, DateOnly EffectiveOn, DateOnly? RetiredOn, BilingualText Note)
{
    public CertificationVersionText Cleaned() => this with { Label = CleanText.Line(Label), Note = Note.Cleaned() };
}

/// <summary>One version of a certification's content, with what was found that its holders can do, statement by statement.</summary>
public sealed class CertificationVersion : Evidence
{
    public const int LabelLength = 100;
    public const int NoteLength = 4000;

    private readonly List<EvidenceClaim> _claims = [];
    private readonly List<ClaimImport> _imports = [];

    private CertificationVersion() { }

    public string Label { get; private set; } = "";
    public DateOnly EffectiveOn { get; private set; }
    public DateOnly? RetiredOn { get; private set; }
    public BilingualText Note { get; private set; } = BilingualText.Empty;
    public IReadOnlyList<EvidenceClaim> Claims => _claims;

    /// <summary>The files of claims that changed something here.</summary>
    public IReadOnlyList<ClaimImport> Imports => _imports;

    public static CertificationVersion Describe(Guid certificationId, CertificationVersionText text, Actor actor)
    {
        var version = new CertificationVersion { CertificationId = certificationId };
        version.Correct(text, actor);
        return version;
    }

    public void Correct(CertificationVersionText text, Actor actor)
    {
        RequireOfficer(actor);
        RequireStanding();
        text = text.Cleaned();
        if (text.RetiredOn <= text.EffectiveOn)
        {
            throw new RefusedException(new Error("Recognition.Version.RetiredBeforeEffective", nameof(RetiredOn)));
        }

        (Label, EffectiveOn, RetiredOn, Note) = (text.Label, text.EffectiveOn, text.RetiredOn, text.Note);
        Raise(new ClaimsChanged(CertificationId));
    }

    /// <summary>Records what the evidence shows for one statement, in place of what was recorded for it before.</summary>
    /// <param name="statement">Of the framework that the claim is made in.</param>
    /// <exception cref="RefusedException">The statement is retired or no statement, or a value lies outside its range.</exception>
    public void Record(FrameworkElement statement, ClaimText text, Actor actor)
    {
        RequireOfficer(actor);
        RequireStanding();
        _claims.RemoveAll(c => c.IsOn(statement));
        _claims.Add(EvidenceClaim.Of(Id, statement, text, actor));
        Touch();
        Raise(new ClaimsChanged(CertificationId));
    }

    /// <exception cref="RefusedException">There is no such claim: somebody removed it first.</exception>
    public void Remove(Guid claimId, Actor actor)
    {
        RequireOfficer(actor);
        RequireStanding();
        if (_claims.RemoveAll(c => c.Id == claimId) == 0)
        {
            throw new RefusedException("Recognition.Claim.Gone");
        }

        Touch();
        Raise(new ClaimsChanged(CertificationId));
    }

    /// <summary>A file of claims is written row by row beside the version, which may hold thousands; the version keeps what the file did.</summary>
    /// <param name="author">The officer whose reading the file is.</param>
    public void Imported(string fileHash, ClaimCounts counts, Actor author, DateTimeOffset now)
    {
        RequireOfficer(author);
        RequireStanding();
        _imports.Add(ClaimImport.Of(Id, fileHash, counts, now));
        Touch();
        Raise(new ClaimsChanged(CertificationId));
    }
}
