using Portal.Application.Shared;

namespace Portal.Infrastructure.Exports.Pdf;

internal sealed class PdfPrinter : IDocumentPrinter
{
    public PrintReport Print(PrintedDocument document, Stream output)
    {
        var text = new Typesetter();
        var edges = new PageEdges(document.Title, document.Footer, text);
        var content = Paginator.Pages(BlockLayout.Strips(document, text), edges.Room);
        var pages = content.Select((page, i) => edges.Around(page, i + 1, content.Count).ToList()).ToList();
        using var artist = new PdfArtist(pages);
        using var pdf = new MemoryStream();
        artist.Draw(document.Title, pdf);
        PdfLanguage.Write(pdf.ToArray(), document.Language, output);
        return new PrintReport(pages.Count, text.Substituted);
    }
}
