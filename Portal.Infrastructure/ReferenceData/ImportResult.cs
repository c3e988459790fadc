namespace Portal.Infrastructure.ReferenceData;

/// <summary>What a file contains, or everything that is wrong with it. There is no value to apply while a problem stands.</summary>
public sealed record ImportResult<T>(T? Value, IReadOnlyList<ImportProblem> Problems) where T : class
{
    public bool IsValid => Problems.Count == 0;
}

/// <param name="Section">The array of the file that the row counts in; null when the file as a whole is meant.</param>
/// <param name="Row">Position in that array, from 1.</param>
/// <param name="Item">The row's own code, where it has one.</param>
/// <param name="Code">Text key of the reason.</param>
/// <param name="Slots">Values for the named holes of the sentence.</param>
public sealed record ImportProblem(string? Section, int? Row, string? Item, string Code, IReadOnlyDictionary<string, object?>? Slots = null);

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
}
