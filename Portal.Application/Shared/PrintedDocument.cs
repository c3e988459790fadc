namespace Portal.Application.Shared;

/// <summary>Makes a PDF (A4, page numbers, embedded fonts) of a document. Synchronous and CPU only, safe to call from many threads.</summary>
public interface IDocumentPrinter
{
    /// <summary>Writes the whole PDF to <paramref name="output"/>, which stays open: a memory or file stream, not a response body.</summary>
    PrintReport Print(PrintedDocument document, Stream output);
}

/// <summary>What is printed: finished text in one language. The printer adds no words of its own.</summary>
/// <param name="Title">Printed large on the first page, small on the others, and kept in the file's metadata.</param>
/// <param name="Language">BCP 47 tag of the text, "ja" or "en"; kept in the file so that readers speak it correctly.</param>
/// <param name="Footer">Printed at the foot of every page, beside "page / pages".</param>
/// <param name="Blocks">The content, top to bottom.</param>
public sealed record PrintedDocument(string Title, string Language, string Footer, IReadOnlyList<PrintedBlock> Blocks);

/// <summary>One piece of a <see cref="PrintedDocument"/>. Line breaks in any text are kept.</summary>
public abstract record PrintedBlock
{
    /// <summary>A heading below the title; <paramref name="Level"/> 1 is the largest, 3 and more the smallest.</summary>
    public sealed record Heading(int Level, string Text) : PrintedBlock;

    public sealed record Paragraph(string Text) : PrintedBlock;

    /// <summary>Labels and values in two columns with a rule under each.</summary>
    public sealed record Facts(IReadOnlyList<PrintedFact> Items) : PrintedBlock;

    /// <summary>A QR code with what it is for beside it.</summary>
    /// <param name="Payload">What a reader gets: an address.</param>
    public sealed record Code(string Payload, string Caption) : PrintedBlock;

    /// <summary>A table whose column names are repeated on every page. Every row has exactly one cell per column.</summary>
    public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PrintedBlock;
}

public sealed record PrintedFact(string Label, string Value);

/// <summary>What the printer did.</summary>
/// <param name="Pages">Number of pages written, at least 1.</param>
/// <param name="Substituted">
/// What the font could not show, each once, in code point order: "U+1F600" is printed as 〔U+1F600〕;
/// "U+845B U+E0100" is a character whose requested variant is printed in its ordinary form. The page offering the file says so.
/// </param>
public sealed record PrintReport(int Pages, IReadOnlyList<string> Substituted);
