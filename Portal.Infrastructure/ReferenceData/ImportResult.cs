namespace Portal.Infrastructure.ReferenceData;

/// <summary>What a file contains, or everything that is wrong with it. There is no value to apply while a problem stands.</summary>
public sealed record ImportResult<T>(T? Value, IReadOnlyList<ImportProblem> Problems) where T : class
{
    public bool IsValid => Problems.Count == 0;
}

/// <param name="Section">The array of the file that the row counts in; null in a file that is one table.</param>
/// <param name="Row">Position in that array, from 1, or the row of the table; null when the file as a whole is meant.</param>
/// <param name="Item">The row's own code, where it has one.</param>
/// <param name="Code">Text key of the reason.</param>
/// <param name="Slots">Values for the named holes of the sentence.</param>
public sealed record ImportProblem(string? Section, int? Row, string? Item, string Code, IReadOnlyDictionary<string, object?>? Slots = null)
{
    /// <summary>The column or property that is wrong; null when the row as a whole is.</summary>
    public string? Column => Slots?.GetValueOrDefault("Field") as string;

    /// <summary>A row of a table names something that is not in the database.</summary>
    public static ImportProblem NotLoaded(int row, string item, string missing) =>
        new(null, row, item, ImportProblems.NotLoaded, new Dictionary<string, object?> { ["Value"] = missing });
}

/// <summary>What an import did. Rerunning a file changes nothing and counts everything as unchanged.</summary>
public sealed record ImportCounts(int Added, int Updated, int Unchanged, int Removed = 0)
{
    public bool ChangedNothing => Added + Updated + Removed == 0;
}

/// <summary>Reasons as text keys; the holes of each sentence stand behind it.</summary>
public static class ImportProblems
{
    /// <summary>{Line}</summary>
    public const string BrokenJson = "Shared.Import.BrokenJson";
    /// <summary>{Field}</summary>
    public const string WrongShape = "Shared.Import.WrongShape";
    /// <summary>{Field}</summary>
    public const string Missing = "Shared.Import.Missing";
    /// <summary>{Field}, {Value}</summary>
    public const string WrongValue = "Shared.Import.WrongValue";
    /// <summary>{Field}, {MaxLength}</summary>
    public const string TooLong = "Shared.Import.TooLong";
    /// <summary>{FirstRow}</summary>
    public const string Duplicate = "Shared.Import.Duplicate";
    /// <summary>{Value}</summary>
    public const string UnknownType = "Shared.Import.UnknownType";
    /// <summary>{Value}</summary>
    public const string UnknownElement = "Shared.Import.UnknownElement";
    /// <summary>A workbook that cannot be read, or unpacks to more than it may.</summary>
    public const string BrokenWorkbook = "Shared.Import.BrokenWorkbook";
    public const string NotUtf8 = "Shared.Import.NotUtf8";
    public const string BrokenQuotes = "Shared.Import.BrokenQuotes";
    /// <summary>{Expected}, {Found}</summary>
    public const string WrongColumns = "Shared.Import.WrongColumns";
    /// <summary>{Expected}, {Found}</summary>
    public const string WrongFieldCount = "Shared.Import.WrongFieldCount";
    /// <summary>{Value}; the row rests on something that must be loaded first.</summary>
    public const string NotLoaded = "Shared.Import.NotLoaded";
}
