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

    private readonly List<ImportProblem> _problems = [];

    /// <param name="columns">Exactly these names, in any order.</param>
    public static ImportResult<T> Parse<T>(Stream csv, IReadOnlyList<string> columns, Func<IEnumerable<CsvRow>, T> read) where T : class
    {
        var file = new CsvFile();
        using var parser = Open(csv);
        try
        {
            var value = read(file.Rows(parser, columns));
            return new(file._problems.Count == 0 ? value : null, file._problems);
        }
        catch (DecoderFallbackException)
        {
            file.Refuse(FirstLineOfOtherEncoding(csv), ImportProblems.NotUtf8);
        }
        catch (BrokenQuotesException)
        {
            file.Refuse(parser.Row, ImportProblems.BrokenQuotes);
        }
        catch (MaxFieldSizeException)
        {
            file.Refuse(parser.Row, ImportProblems.BrokenQuotes);
        }

        return new(null, file._problems);
    }

    private static CsvParser Open(Stream csv) => new(
        new StreamReader(csv, s_utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180, Delimiter = ",", DetectDelimiter = false, IgnoreBlankLines = false, MaxFieldSize = LongestField,
            BadDataFound = _ => throw new BrokenQuotesException(),
        });

    private IEnumerable<CsvRow> Rows(CsvParser parser, IReadOnlyList<string> columns)
    {
        var found = parser.Read() ? Record(parser).Select(x => x.Trim()).ToList() : [];
        if (!found.Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal)))
        {
            Refuse(1, ImportProblems.WrongColumns, ("Expected", string.Join(", ", columns)), ("Found", string.Join(", ", found)));
            yield break;
        }

        var places = found.Index().ToDictionary(x => x.Item, x => x.Index);
        while (parser.Read())
        {
            var fields = Record(parser);
            if (fields is [""]) continue;
            if (fields.Length == found.Count) yield return new CsvRow(_problems, parser.Row, places, fields);
            else Refuse(parser.Row, ImportProblems.WrongFieldCount, ("Expected", found.Count), ("Found", fields.Length));
        }
    }

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
        using var input = new BufferedStream(csv);
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
