namespace Portal.Infrastructure.ReferenceData;

/// <summary>The files that ship inside the program; their sources and rights stand in Data/README.md.</summary>
public static class ReferenceFiles
{
    public static Stream Nice() => Open("nice-2.1.0-cprt.json");

    public static Stream Certifications() => Open("certifications.json");

    public static Stream Dcwf() => Open("dcwf-roles-5.1.csv");

    public static Stream Placements() => Open("dod8140-matrix-2.1.csv");

    /// <summary>Names of the certifications that the matrix labels by their abbreviation.</summary>
    public static Stream PlacementNames() => Open("dod8140-certifications-2.1.csv");

    public static Stream StartingProposals() => Open("starting-proposals.json");

    public static Stream Holidays() => Open("holidays-2025-2030.json");

    private static Stream Open(string name) =>
        typeof(ReferenceFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("Not built into the program", name);
}
