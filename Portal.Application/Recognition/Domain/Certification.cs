using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>How far an entry of the catalogue was checked; shown beside the entry.</summary>
public enum CertificationConfidence
{
    /// <summary>A page of the issuer or of a government was read.</summary>
    Source,
    Unverified,
    /// <summary>Sources disagree.</summary>
    Conflict,
}

/// <summary>What the catalogue says about a certification. Names keep their original language; a missing one is not translated.</summary>
/// <param name="IssuerCountry">ISO 3166-1 alpha-3.</param>
/// <param name="ValidityMonths">Null: does not expire.</param>
public sealed record CertificationText(
    string Code, string NameEn, string? NameJa, string Issuer, string IssuerCountry, string? LevelHint, int? ValidityMonths, CertificationConfidence Confidence);

public sealed class Certification
{
    public const int CodeLength = 40;
    public const int NameLength = 200;
    public const int IssuerLength = 100;
    public const int CountryLength = 3;
    public const int LevelHintLength = 40;
    public const int SearchTextLength = 800;

    private Certification() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Code { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string? NameJa { get; private set; }
    public string Issuer { get; private set; } = "";
    public string IssuerCountry { get; private set; } = "";
    public string? LevelHint { get; private set; }
    public int? ValidityMonths { get; private set; }
    public CertificationConfidence Confidence { get; private set; }

    /// <summary>Code, names and issuer, folded for search.</summary>
    public string SearchText { get; private set; } = "";

    public static Certification Create(CertificationText text)
    {
        var certification = new Certification { Code = text.Code };
        certification.Correct(text);
        return certification;
    }

    public CertificationText AsText() => new(Code, NameEn, NameJa, Issuer, IssuerCountry, LevelHint, ValidityMonths, Confidence);

    /// <returns>Whether anything differed.</returns>
    public bool Correct(CertificationText text)
    {
        var search = SearchKey.Fold(string.Join('|', text.Code, text.NameEn, text.NameJa, text.Issuer));
        if (AsText() == text && SearchText == search) return false;
        (NameEn, NameJa, Issuer, IssuerCountry) = (text.NameEn, text.NameJa, text.Issuer, text.IssuerCountry);
        (LevelHint, ValidityMonths, Confidence) = (text.LevelHint, text.ValidityMonths, text.Confidence);
        SearchText = search;
        return true;
    }
}
