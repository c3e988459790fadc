namespace Portal.Application.Recognition.Domain;

/// <summary>
/// One published version of a workforce framework, such as NICE 2.1.0 (NIST SP 800-181 Rev. 1).
/// Versions stand side by side, because every recognition decision pins the one that it was made on.
/// </summary>
public sealed class Framework
{
    public const int IdentifierLength = 60;
    public const int NameLength = 300;
    public const int VersionLength = 20;
    public const int WebsiteLength = 400;

    private readonly List<FrameworkElement> _elements = [];
    private readonly List<FrameworkLink> _links = [];

    private Framework() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Identifier { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Version { get; private set; } = "";
    public string? Website { get; private set; }

    /// <summary>When the portal took note of it, within the hour after it was loaded; from then on decisions on earlier versions are looked at again.</summary>
    public DateTimeOffset? AppearedAt { get; private set; }
    public IReadOnlyCollection<FrameworkElement> Elements => _elements;
    public IReadOnlyCollection<FrameworkLink> Links => _links;

    public static Framework Create(string identifier, string name, string version, string? website) =>
        new() { Identifier = identifier, Name = name, Version = version, Website = website };

    public void Add(FrameworkElementText text) => _elements.Add(FrameworkElement.Create(Id, text));

    public void Link(string fromCode, string toCode) => _links.Add(FrameworkLink.Create(Id, fromCode, toCode));

    internal void Appear(DateTimeOffset now) => AppearedAt = now;

    /// <returns>Whether anything differed.</returns>
    public bool Correct(string name, string version, string? website)
    {
        if ((Name, Version, Website) == (name, version, website)) return false;
        (Name, Version, Website) = (name, version, website);
        return true;
    }
}
