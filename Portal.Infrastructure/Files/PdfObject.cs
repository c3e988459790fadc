namespace Portal.Infrastructure.Files;

/// <summary>What the scan needs to know of one PDF object: the names in it and, for a dictionary, the entries that describe an object stream.</summary>
internal sealed class PdfObject
{
    private const int LongestEntry = 200;

    private static readonly string[] Described = ["Filter", "F", "DecodeParms", "DP", "First", "N"];

    private readonly Dictionary<string, string> _entries = [];
    private string _key = "";
    private bool _hasValue = true;

    public HashSet<string> Names { get; } = [];

    /// <summary>How far the scan had to look.</summary>
    public int End { get; private set; }

    /// <summary>Where the bytes of the stream begin; null when the object is none.</summary>
    public int? StreamStart { get; private set; }

    /// <summary>Readers find objects by /First and /N even where /Type is missing or wrong.</summary>
    public bool IsObjectStream => StreamStart is not null && _entries.ContainsKey("First") && _entries.ContainsKey("N");

    /// <summary>The tokens of the entry between single spaces; empty when there is none.</summary>
    public string Entry(string key) => _entries.GetValueOrDefault(key, "").Trim();

    public static PdfObject Read(ReadOnlySpan<byte> data, int position)
    {
        var found = new PdfObject();
        var lexer = new PdfLexer(data, position);
        var depth = 0;
        do
        {
            var token = lexer.Read();
            if (token == PdfToken.End) break;
            if (token == PdfToken.Close) depth--;
            found.Note(token, lexer.Value, depth);
            if (token == PdfToken.Open) depth++;
        }
        while (depth > 0);

        if (lexer.Read() == PdfToken.Word && lexer.Value == "stream") found.StreamStart = AfterLineEnd(data, lexer.Position);
        found.End = lexer.Position;
        return found;
    }

    private void Note(PdfToken token, string value, int depth)
    {
        if (token == PdfToken.Name) Names.Add(value);
        if (depth == 0) return;
        if (depth == 1 && token == PdfToken.Name && _hasValue) BeginEntry(value);
        else AddToEntry(token is PdfToken.Name or PdfToken.Word ? value : token.ToString());
    }

    private void BeginEntry(string key)
    {
        (_key, _hasValue) = (key, false);
        // readers disagree on which of two equal keys counts: such an entry must match nothing
        if (Described.Contains(key)) _entries[key] = _entries.ContainsKey(key) ? "twice " : "";
    }

    private void AddToEntry(string token)
    {
        _hasValue = true;
        if (_entries.TryGetValue(_key, out var entry) && entry.Length < LongestEntry) _entries[_key] = $"{entry}{token} ";
    }

    private static int AfterLineEnd(ReadOnlySpan<byte> data, int position)
    {
        if (position < data.Length && data[position] == '\r') position++;
        if (position < data.Length && data[position] == '\n') position++;
        return position;
    }
}
