namespace Portal.Application.Recognition.Domain;

public enum FrameworkElementKind
{
    Category,
    WorkRole,
    CompetencyArea,
    Task,
    Knowledge,
    Skill,
    OpmCode,
}

/// <summary>What the publisher says about one element; <c>ParentCode</c> is the category of a work role.</summary>
public sealed record FrameworkElementText(FrameworkElementKind Kind, string Code, string Title, string Text, int SortOrder, string? ParentCode);

/// <summary>A role, statement or other entry of a framework, under the publisher's own code ("OG-WRL-014", "T0084").</summary>
public sealed class FrameworkElement
{
    public const int CodeLength = 40;
    public const int TitleLength = 200;
    public const int TextLength = 4000;

    private FrameworkElement() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid FrameworkId { get; private set; }
    public FrameworkElementKind Kind { get; private set; }
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The publisher's order of categories and roles; other kinds follow their codes. Compare within one kind.</summary>
    public int SortOrder { get; private set; }

    public string? ParentCode { get; private set; }

    /// <summary>The version of the framework that left it out; null while the latest version loaded has it. Nothing new may rest on it then.</summary>
    public string? RetiredIn { get; private set; }

    public bool IsRetired => RetiredIn is not null;

    /// <summary>What a holder can be said to know or do: a task, a piece of knowledge, a skill.</summary>
    public bool IsStatement => Kind is FrameworkElementKind.Task or FrameworkElementKind.Knowledge or FrameworkElementKind.Skill;

    internal static FrameworkElement Create(Guid frameworkId, FrameworkElementText text)
    {
        var element = new FrameworkElement { FrameworkId = frameworkId, Kind = text.Kind, Code = text.Code };
        element.Correct(text);
        return element;
    }

    public FrameworkElementText AsText() => new(Kind, Code, Title, Text, SortOrder, ParentCode);

    /// <summary>A later version of the framework leaves it out, or has it again.</summary>
    /// <returns>Whether anything differed.</returns>
    public bool Retire(string? version)
    {
        var differs = RetiredIn != version;
        RetiredIn = version;
        return differs;
    }

    /// <returns>Whether anything differed.</returns>
    public bool Correct(FrameworkElementText text)
    {
        if (AsText() == text) return false;
        (Title, Text, SortOrder, ParentCode) = (text.Title, text.Text, text.SortOrder, text.ParentCode);
        return true;
    }
}

/// <summary>A published relation: category to role, role to statement, role to OPM code.</summary>
public sealed class FrameworkLink
{
    private FrameworkLink() { }

    public Guid FrameworkId { get; private set; }
    public string FromCode { get; private set; } = "";
    public string ToCode { get; private set; } = "";

    internal static FrameworkLink Create(Guid frameworkId, string fromCode, string toCode) =>
        new() { FrameworkId = frameworkId, FromCode = fromCode, ToCode = toCode };
}
