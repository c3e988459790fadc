namespace Portal.Application.Recognition.Domain;

/// <summary>What an edition of the DoD Cyber Workforce Framework says about a work role.</summary>
/// <param name="Code">The DoD's own code, such as "722".</param>
/// <param name="Element">The workforce element that the role belongs to, such as "Cybersecurity (CS)".</param>
/// <param name="NiceCode">The NICE work role that the DoD links it to; null when there is none. Two roles may share one.</param>
public sealed record DcwfRoleText(string Code, string Title, string Element, string? NiceCode, string Definition, string Edition)
{
    /// <summary>Where the file says so.</summary>
    public int Row { get; init; }
}

/// <summary>A work role of the DoD Cyber Workforce Framework (DoD Manual 8140.03), the frame of the U.S. reference placements.</summary>
public sealed class DcwfRole
{
    public const int CodeLength = 10;
    public const int TitleLength = 200;
    public const int ElementLength = 100;
    public const int DefinitionLength = 4000;
    public const int EditionLength = 40;

    private DcwfRole() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Element { get; private set; } = "";
    public string? NiceCode { get; private set; }
    public string Definition { get; private set; } = "";

    /// <summary>The last edition that lists the role.</summary>
    public string Edition { get; private set; } = "";

    public static DcwfRole Create(DcwfRoleText text)
    {
        var role = new DcwfRole { Code = text.Code };
        role.Correct(text);
        return role;
    }

    /// <returns>Whether anything differed.</returns>
    public bool Correct(DcwfRoleText text)
    {
        if ((Title, Element, NiceCode, Definition, Edition) == (text.Title, text.Element, text.NiceCode, text.Definition, text.Edition)) return false;
        (Title, Element, NiceCode, Definition, Edition) = (text.Title, text.Element, text.NiceCode, text.Definition, text.Edition);
        return true;
    }
}
