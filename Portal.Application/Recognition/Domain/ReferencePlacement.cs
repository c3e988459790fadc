namespace Portal.Application.Recognition.Domain;

/// <summary>Proficiency level of a work role (DoD Manual 8140.03), lowest first.</summary>
public enum Proficiency
{
    Basic,
    Intermediate,
    Advanced,
}

public static class Proficiencies
{
    /// <summary>The levels whose placements also satisfy this one: itself and every higher one.</summary>
    public static IReadOnlyList<Proficiency> Satisfying(Proficiency level) => [.. Enum.GetValues<Proficiency>().Where(x => x >= level)];
}

/// <summary>A row of the DoD 8140 qualification matrix.</summary>
/// <param name="Label">How the matrix writes the certification.</param>
public sealed record PlacementText(string Label, string Vendor, string DcwfCode, Proficiency Proficiency, string Edition)
{
    public const int VendorLength = Certification.IssuerLength;

    /// <summary>Where the file says so.</summary>
    public int Row { get; init; }
}

/// <summary>
/// The U.S. Department of Defense accepts a certification as foundational qualification for a work role at this proficiency, and so at every
/// lower one. A reference, and never an equivalence: no government has compared anything.
/// </summary>
public sealed class ReferencePlacement
{
    private ReferencePlacement() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CertificationId { get; private set; }
    public Guid DcwfRoleId { get; private set; }
    public Proficiency Proficiency { get; private set; }

    /// <summary>Of the matrix.</summary>
    public string Edition { get; private set; } = "";

    public static ReferencePlacement Create(Guid certificationId, Guid dcwfRoleId, Proficiency proficiency, string edition) =>
        new() { CertificationId = certificationId, DcwfRoleId = dcwfRoleId, Proficiency = proficiency, Edition = edition };

    /// <returns>Whether anything differed.</returns>
    public bool Correct(Proficiency proficiency, string edition)
    {
        if ((Proficiency, Edition) == (proficiency, edition)) return false;
        (Proficiency, Edition) = (proficiency, edition);
        return true;
    }
}
