using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Application.Shared;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Portal.Infrastructure.Exports;

/// <summary>CSV after RFC 4180 in UTF-8 with the byte order mark that Excel needs to show Japanese, and XLSX with typed cells.</summary>
internal sealed class TableWriter : ITableWriter
{
    private const int LongestSheetName = 31;

    public Task WriteAsync(TableFormat format, TableFile table, Stream to, CancellationToken ct) =>
        format == TableFormat.Csv ? WriteCsvAsync(table, to, ct) : WriteXlsxAsync(table, to, ct);

    private static async Task WriteCsvAsync(TableFile table, Stream to, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        // A spreadsheet would run a cell that begins like a formula.
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape }, leaveOpen: true);
        foreach (var row in table.Rows.Prepend(table.Columns))
        {
            foreach (var cell in row)
            {
                csv.WriteField(Convert.ToString(cell, CultureInfo.InvariantCulture));
            }

            await csv.NextRecordAsync();
            ct.ThrowIfCancellationRequested();
        }

        await text.FlushAsync(ct);
    }

    // A workbook is a ZIP file, whose writer makes synchronous calls: a large one goes through a temporary file, never through memory.
    private static async Task WriteXlsxAsync(TableFile table, Stream to, CancellationToken ct)
    {
        await using var file = new FileBufferingWriteStream();
        await WriteBookAsync(table, file, ct);
        await file.DrainBufferAsync(to, ct);
    }

    private static async Task WriteBookAsync(TableFile table, Stream to, CancellationToken ct)
    {
        await using var book = await Spreadsheet.CreateNewAsync(to, cancellationToken: ct);
        var head = book.AddStyle(new Style { Font = { Bold = true } });
        await book.StartWorksheetAsync(table.Name[..Math.Min(table.Name.Length, LongestSheetName)], new WorksheetOptions { FrozenRows = 1, FrozenColumns = 1 }, ct);
        await book.AddRowAsync([.. table.Columns.Select(x => new Cell(x, head))], ct);
        foreach (var row in table.Rows)
        {
            await book.AddRowAsync([.. row.Select(CellOf)], ct);
        }

        await book.StartWorksheetAsync("About", token: ct);
        foreach (var (label, value) in table.About)
        {
            await book.AddRowAsync([new Cell(label, head), new Cell(value)], ct);
        }

        await book.FinishAsync(ct);
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell((string?)null),
        int whole => new Cell(whole),
        double number => new Cell(number),
        _ => new Cell((string)value),
    };
}
