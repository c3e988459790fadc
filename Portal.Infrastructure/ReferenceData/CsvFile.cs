using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>
/// Reads a CSV file as RFC 4180 has it (comma, double quotes, names of the columns first) in UTF-8, with or without a byte order mark.
/// Rows come one by one, so that a large file needs no more memory than a small one; what breaks the file itself ends the reading.
/// </summary>
internal sealed class CsvFile
{
    private const int LongestField = 64 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly Stream _csv;
    private readonly CsvParser _parser;
    private readonly ICollection<ImportProblem> _problems;

    private CsvFile(Stream csv, ICollection<ImportProblem> problems) => (_csv, _parser, _problems) = (csv, Open(csv), problems);

    /// <param name="columns">Exactly these names, in any order.</param>
    public static ImportResult<T> Parse<T>(Stream csv, IReadOnlyList<string> columns, Func<IEnumerable<TableRow>, T> read) where T : class
    {
        var problems = new List<ImportProblem>();
        var value = read(Rows(csv, columns, problems));
        return new(problems.Count == 0 ? value : null, problems);
    }

    /// <param name="columns">Exactly these names, in any order.</param>
    /// <param name="problems">Where it is noted what is wrong with the file; rows note their own.</param>
    public static IEnumerable<TableRow> Rows(Stream csv, IReadOnlyList<string> columns, ICollection<ImportProblem> problems)
    {
        var file = new CsvFile(csv, problems);
        using var parser = file._parser;
        var before = problems.Count;
        var head = file.Next() ?? [];
        if (problems.Count > before || TableRow.Places(head, columns, problems) is not { } places)
        {
            yield break;
        }

        while (file.Next() is { } fields)
        {
            if (fields is [""]) continue;
            if (fields.Length == head.Length) yield return new TableRow(problems, parser.Row, places, fields);
            else file.Refuse(parser.Row, ImportProblems.WrongFieldCount, ("Expected", head.Length), ("Found", fields.Length));
        }
    }

    /// <returns>Null at the end of the file, and where it cannot be read any further.</returns>
    private string[]? Next()
    {
        try
        {
            return _parser.Read() ? Record(_parser) : null;
        }
        catch (DecoderFallbackException)
        {
            Refuse(FirstLineOfOtherEncoding(_csv), ImportProblems.NotUtf8);
        }
        catch (Exception broken) when (broken is BrokenQuotesException or MaxFieldSizeException)
        {
            Refuse(_parser.Row, ImportProblems.BrokenQuotes);
        }

        return null;
    }

    private static CsvParser Open(Stream csv) => new(
        new StreamReader(csv, s_utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180, Delimiter = ",", DetectDelimiter = false, IgnoreBlankLines = false, MaxFieldSize = LongestField,
            BadDataFound = _ => throw new BrokenQuotesException(),
        });

    // A field is decoded when it is asked for, and only then are its quotes looked at.
    private static string[] Record(CsvParser parser)
    {
        var fields = new string[parser.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = parser[i];
        return fields;
    }

    private void Refuse(int? row, string code, params (string Name, object? Value)[] slots) =>
        _problems.Add(new(null, row, null, code, slots.ToDictionary(x => x.Name, x => x.Value)));

    /// <summary>The reader is some way ahead of the row at which it stops, so the place is looked for anew.</summary>
    private static int? FirstLineOfOtherEncoding(Stream csv)
    {
        if (!csv.CanSeek) return null;
        csv.Position = 0;
        var (line, bytes) = (1, new List<byte>());
        // Not disposed: it would close the file, which is read once more.
        var input = new BufferedStream(csv);
        for (var next = input.ReadByte(); next >= 0; next = input.ReadByte())
        {
            bytes.Add((byte)next);
            if (next != '\n') continue;
            if (!Utf8.IsValid([.. bytes])) return line;
            bytes.Clear();
            line++;
        }

        return line;
    }

    private sealed class BrokenQuotesException : Exception;
}
