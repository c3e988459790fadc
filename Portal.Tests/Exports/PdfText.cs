using System.Diagnostics;
using Portal.Application.Shared;
using Portal.Infrastructure.Exports.Pdf;
using Xunit;

namespace Portal.Tests.Exports;

/// <summary>A printed PDF, read back by another program the way "select all, copy" would (poppler-utils; without them these tests fail).</summary>
internal sealed record PdfText(byte[] File, PrintReport Report)
{
    public static PdfText Print(params PrintedBlock[] blocks) => Print(new PrintedDocument("Title", "ja", "Footer", blocks));

    public static PdfText Print(PrintedDocument document)
    {
        using var output = new MemoryStream();
        var report = new PdfPrinter().Print(document, output);
        return new PdfText(output.ToArray(), report);
    }

    public string Text() => Run("pdftotext", "-layout", "-enc", "UTF-8", "-", "-");

    public string[] Pages() => Text().Split('\f')[..^1];

    public string[] Lines() => Text().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each word as an XML element with the box it is drawn in.</summary>
    public string Boxes() => Run("pdftotext", "-bbox", "-enc", "UTF-8", "-", "-");

    public string[] Fonts() => Run("pdffonts", "-").Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    public string Info() => Run("pdfinfo", "-enc", "UTF-8", "-");

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.BaseStream.Write(File);
        process.StandardInput.Close();
        Task.WaitAll([output, errors], TestContext.Current.CancellationToken);
        Assert.Equal("", errors.GetAwaiter().GetResult());
        return output.GetAwaiter().GetResult();
    }
}
