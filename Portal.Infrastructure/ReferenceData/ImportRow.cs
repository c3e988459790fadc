namespace Portal.Infrastructure.ReferenceData;

/// <summary>One row of an import file. Each reader notes its own problem and returns something harmless.</summary>
/// <param name="section">The part of the file that the number counts in; null when the file is one table.</param>
internal abstract class ImportRow(ICollection<ImportProblem> problems, string? section, int number)
{
    private const int LongestShown = 60;

    public int Number => number;

    /// <summary>The row's own code, said in each of its problems.</summary>
    public string? Item { get; set; }

    public bool HasProblems { get; private set; }

    public void Refuse(string code, params (string Name, object? Value)[] slots)
    {
        HasProblems = true;
        problems.Add(new(section, number, Item, code, slots.ToDictionary(x => x.Name, x => x.Value)));
    }

    public void RefuseValue(string field, string value) =>
        Refuse(ImportProblems.WrongValue, ("Field", field), ("Value", value.Length > LongestShown ? value[..LongestShown] + "…" : value));

    public string Required(string field, int maxLength)
    {
        if (Optional(field, maxLength) is { } text) return text;
        if (IsMissing(field)) Refuse(ImportProblems.Missing, ("Field", field));
        return "";
    }

    /// <summary>The text in NFC without edge spaces; null when absent, null or blank.</summary>
    public string? Optional(string field, int maxLength)
    {
        if (IsMissing(field)) return null;
        var text = Text(field);
        if (text is null) RefuseValue(field, Raw(field));
        else if (text.Length > maxLength) Refuse(ImportProblems.TooLong, ("Field", field), ("MaxLength", maxLength));
        return text;
    }

    /// <summary>One of the words that the table names; the first of them after a problem.</summary>
    public T Word<T>(string field, IReadOnlyDictionary<string, T> words)
    {
        var word = Required(field, LongestShown);
        if (words.TryGetValue(word, out var meant)) return meant;
        if (word.Length > 0) RefuseValue(field, word);
        return words.Values.First();
    }

    /// <summary>Notes a duplicate when the key was seen before. Case does not tell keys apart, because SQL Server's indexes do not.</summary>
    public bool IsFirst(Dictionary<string, int> seen, string key)
    {
        if (seen.TryAdd(key, number)) return true;
        Refuse(ImportProblems.Duplicate, ("FirstRow", seen[key]));
        return false;
    }

    protected abstract bool IsMissing(string field);

    /// <summary>NFC without edge spaces; null when the field holds something that is not text.</summary>
    protected abstract string? Text(string field);

    /// <summary>The field as the file has it.</summary>
    protected abstract string Raw(string field);
}
