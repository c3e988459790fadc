using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>
/// Finds the certification that a label of the DoD 8140 matrix means. Labels are written with and without spaces (CEH(P), CEH (P)) and may
/// name an older code too (CGRC/CAP). What the catalogue lacks becomes an entry that says that nobody has checked it.
/// </summary>
internal sealed class PlacementCatalogue
{
    /// <summary>ISO 3166-1 alpha-3. Every vendor of the matrix works in the United States.</summary>
    private const string Country = "USA";

    private static readonly string[] s_columns = ["abbreviation", "name", "vendor"];
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_names = new(ReadNames);

    private readonly Dictionary<string, Certification> _known;
    private readonly Dictionary<string, string> _issuers;
    private readonly List<Certification> _added = [];

    public PlacementCatalogue(IEnumerable<Certification> catalogue, IEnumerable<PlacementText> matrix)
    {
        _known = catalogue.ToDictionary(x => Fold(x.Code));
        // The matrix writes out a vendor whose short name the catalogue knows from another of its certifications.
        _issuers = matrix.GroupBy(x => Fold(x.Vendor))
            .Select(x => (Vendor: x.Key, Issuer: x.Select(y => Match(y.Label)?.Issuer).FirstOrDefault(y => y is not null)))
            .Where(x => x.Issuer is not null).ToDictionary(x => x.Vendor, x => x.Issuer!);
    }

    public IReadOnlyList<Certification> Added => _added;

    public static string Fold(string label) => string.Concat(label.Where(x => !char.IsWhiteSpace(x))).ToUpperInvariant();

    public Certification Find(PlacementText placement)
    {
        if (Match(placement.Label) is { } known) return known;
        var issuer = _issuers.GetValueOrDefault(Fold(placement.Vendor), placement.Vendor);
        var added = Certification.Create(new(
            placement.Label, s_names.Value.GetValueOrDefault(Fold(placement.Label), placement.Label), NameJa: null,
            issuer, Country, LevelHint: null, ValidityMonths: null, CertificationConfidence.Unverified));
        _known[Fold(added.Code)] = added;
        _added.Add(added);
        return added;
    }

    private Certification? Match(string label) =>
        label.Split('/').Prepend(label).Select(x => _known.GetValueOrDefault(Fold(x))).FirstOrDefault(x => x is not null);

    private static IReadOnlyDictionary<string, string> ReadNames()
    {
        using var file = ReferenceFiles.PlacementNames();
        return CsvFile.Parse(file, s_columns, rows => rows
            .Select(x => (Label: x.Required("abbreviation", Certification.CodeLength), Name: x.Optional("name", Certification.NameLength)))
            .Where(x => x.Name is not null).ToDictionary(x => Fold(x.Label), x => x.Name!)).Value ?? throw new InvalidDataException("The built-in names of DoD 8140 are broken.");
    }
}
