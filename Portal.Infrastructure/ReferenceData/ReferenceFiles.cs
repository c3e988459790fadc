namespace Portal.Infrastructure.ReferenceData;

/// <summary>The files that ship inside the program; their sources and rights stand in Data/README.md.</summary>
public static class ReferenceFiles
{
    public static Stream Nice() => Open("nice-2.1.0-cprt.json");

    public static Stream Certifications() => Open("certifications.json");

    public static Stream Holidays() => Open("holidays-2025-2030.json");

    private static Stream Open(string name) =>
        typeof(ReferenceFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("Not built into the program", name);
}
