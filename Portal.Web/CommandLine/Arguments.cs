namespace Portal.Web.CommandLine;

/// <summary>The line after the verb. <c>--Name=value</c> is a setting of the portal; everything else is the verb's own.</summary>
internal sealed class Arguments(IReadOnlyList<string> given)
{
    private readonly List<string> _left = [.. given.Where(x => !IsSetting(x))];

    public string[] Settings { get; } = [.. given.Where(IsSetting)];

    public bool Flag(string name) => _left.Remove(name);

    /// <summary>The value after this name; null when the name is absent.</summary>
    public string? Option(string name)
    {
        var index = _left.IndexOf(name);
        if (index < 0)
        {
            return null;
        }

        var value = index + 1 < _left.Count ? _left[index + 1] : throw new UsageException($"{name} needs a value.");
        _left.RemoveRange(index, 2);
        return value;
    }

    /// <summary>The next word.</summary>
    public string Word(string what)
    {
        var word = _left.Find(x => !x.StartsWith('-')) ?? throw new UsageException($"{what} is missing.");
        _left.Remove(word);
        return word;
    }

    /// <summary>Nothing may be left over: a misspelled option must not be ignored.</summary>
    public void End()
    {
        if (_left.Count > 0)
        {
            throw new UsageException($"'{_left[0]}' is not understood.");
        }
    }

    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=');
}
