using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

public enum EvidenceType { Blueprint, Syllabus, SampleItem, PassRate, Accreditation, Statute, ExpertStatement }

public enum EvidenceLanguage { Japanese, English, Both, Other }

/// <summary>Who may know of an item. What an owner lent in confidence is never named to the public.</summary>
public enum Confidentiality { Public, Restricted }

/// <summary>What is said of a document that claims rest on. The document itself stays with its owner: blueprints are copyrighted.</summary>
/// <param name="Uri">Where it is published; <c>https</c> only.</param>
/// <param name="Sha256">Of the document as it was read, 64 lower-case hexadecimal digits; null where nobody kept it.</param>
/// <param name="ObtainedBy">The office that obtained it; never a person.</param>
/// <param name="ExpiresOn">First day on which it may no longer be relied on.</param>
public sealed record EvidenceItemText(
    EvidenceType Type, BilingualText Title, string? Uri, string? Sha256, string ObtainedBy, DateOnly ObtainedOn, DateOnly? ExpiresOn,
    EvidenceLanguage Language, Confidentiality Confidentiality)
{
    public EvidenceItemText Cleaned() => this with
    {
        Title = new BilingualText(CleanText.Line(Title.Ja), CleanText.Line(Title.En)),
        Uri = CleanText.Line(Uri) is { Length: > 0 } uri ? uri : null,
        Sha256 = CleanText.Latin(Sha256).ToLowerInvariant() is { Length: > 0 } hash ? hash : null,
        ObtainedBy = CleanText.Line(ObtainedBy),
    };
}

/// <summary>A document or statement that claims about one certification rest on. Claims name it by its code, which stays for good.</summary>
public sealed class EvidenceItem : Evidence
{
    public const int CodeLength = 20, TitleLength = 200, UriLength = 400, HashLength = 64, ObtainedByLength = 200;

    private EvidenceItem() { }

    /// <summary>Unique within the certification: capital letters, digits and hyphens.</summary>
    public string Code { get; private set; } = "";
    public EvidenceType Type { get; private set; }
    public BilingualText Title { get; private set; } = BilingualText.Empty;
    public string? Uri { get; private set; }
    public string? Sha256 { get; private set; }
    public string ObtainedBy { get; private set; } = "";
    public DateOnly ObtainedOn { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }
    public EvidenceLanguage Language { get; private set; }
    public Confidentiality Confidentiality { get; private set; }

    public EvidenceItemText AsText() => new(Type, Title, Uri, Sha256, ObtainedBy, ObtainedOn, ExpiresOn, Language, Confidentiality);

    public static EvidenceItem Record(Guid certificationId, string code, EvidenceItemText text, Actor actor, DateOnly today)
    {
        var item = new EvidenceItem { CertificationId = certificationId, Code = CodeOf(code) };
        item.Correct(text, actor, today);
        return item;
    }

    /// <exception cref="RefusedException">A day makes no sense, or it is withdrawn.</exception>
    public void Correct(EvidenceItemText text, Actor actor, DateOnly today)
    {
        RequireOfficer(actor);
        RequireStanding();
        text = text.Cleaned();
        if (text.ObtainedOn > today)
        {
            throw new RefusedException(new Error("Recognition.EvidenceItem.ObtainedLater", nameof(ObtainedOn)));
        }

        if (text.ExpiresOn <= text.ObtainedOn)
        {
            throw new RefusedException(new Error("Recognition.EvidenceItem.ExpiresBefore", nameof(ExpiresOn)));
        }

        (Type, Title, Uri, Sha256, ObtainedBy) = (text.Type, text.Title, text.Uri, text.Sha256, text.ObtainedBy);
        (ObtainedOn, ExpiresOn, Language, Confidentiality) = (text.ObtainedOn, text.ExpiresOn, text.Language, text.Confidentiality);
        Raise(new ClaimsChanged(CertificationId));
    }

    public static string CodeOf(string? typed) => CleanText.Latin(typed).ToUpperInvariant();

    public static bool IsCode(string code) => code.Length is > 0 and <= CodeLength && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    public static bool IsAddress(string text) =>
        text.Length <= UriLength && System.Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == System.Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
}
