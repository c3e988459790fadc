namespace Portal.Application.Shared;

public enum TableFormat { Csv, Xlsx }

/// <summary>A table to download. A cell is text, a whole number, or null; text stays text, whatever it begins with.</summary>
/// <param name="About">What a reader must know of the table: label and value. CSV has no place for it.</param>
public sealed record TableFile(string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows, IReadOnlyList<(string Label, string Value)> About);

/// <summary>Writes tables as files for spreadsheets and programs, row by row.</summary>
public interface ITableWriter
{
    /// <param name="to">Written without synchronous calls; stays open.</param>
    Task WriteAsync(TableFormat format, TableFile table, Stream to, CancellationToken ct);
}
