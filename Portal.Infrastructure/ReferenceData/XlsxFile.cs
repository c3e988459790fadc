using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>
/// Reads the first sheet of a workbook (ECMA-376) as a table: names of the columns first, then row by row. Numbers come as a program writes
/// them, formulas as their last value.
/// </summary>
internal static class XlsxFile
{
    private const long MostUnpacked = 256L * 1024 * 1024;

    private static ReadOnlySpan<byte> Signature => "PK\u0003\u0004"u8;

    public static bool IsWorkbook(Stream file)
    {
        Span<byte> first = stackalloc byte[4];
        var read = file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return first[..read].SequenceEqual(Signature);
    }

    /// <param name="columns">Exactly these names, in any order.</param>
    /// <param name="problems">Where it is noted what is wrong with the file; rows note their own.</param>
    public static IEnumerable<TableRow> Rows(Stream file, IReadOnlyList<string> columns, ICollection<ImportProblem> problems)
    {
        if (Open(file) is not { } reader)
        {
            problems.Add(Broken(null));
            yield break;
        }

        using (reader)
        {
            var number = 1;
            var head = Next(reader, problems, 1) ?? [];
            head.RemoveRange(head.FindLastIndex(x => x.Length > 0) + 1, head.Count - head.FindLastIndex(x => x.Length > 0) - 1);
            if (TableRow.Places(head, columns, problems) is not { } places)
            {
                yield break;
            }

            while (Next(reader, problems, ++number) is { } fields)
            {
                if (fields.Any(x => x.Length > 0)) yield return new TableRow(problems, number, places, Filled(fields, head.Count));
            }
        }
    }

    private static IExcelDataReader? Open(Stream file)
    {
        try
        {
            if (Unpacks(file))
            {
                file.Position = 0;
                return ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            }
        }
        catch (Exception broken) when (IsBroken(broken))
        {
        }

        return null;
    }

    /// <summary>A small file may unpack to more than the memory holds, whatever sizes it states: it is unpacked once to nowhere.</summary>
    private static bool Unpacks(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var (buffer, left) = (new byte[64 * 1024], MostUnpacked);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                left -= read;
                if (left < 0) return false;
            }
        }

        return true;
    }

    private static List<string>? Next(IExcelDataReader reader, ICollection<ImportProblem> problems, int number)
    {
        try
        {
            return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(i => Written(reader.GetValue(i)))] : null;
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            problems.Add(Broken(number));
            return null;
        }
    }

    /// <summary>The cells below the names; what stands beside them belongs to no column.</summary>
    private static List<string> Filled(List<string> fields, int count) => [.. fields.Take(count), .. Enumerable.Repeat("", Math.Max(0, count - fields.Count))];

    private static string Written(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static ImportProblem Broken(int? row) => new(null, row, null, ImportProblems.BrokenWorkbook, new Dictionary<string, object?>());

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or XmlException or FormatException or ArgumentException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException
            or ExcelDataReader.Exceptions.ExcelReaderException;
}
