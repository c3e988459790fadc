using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Mail;

namespace Portal.Infrastructure.Exports;

/// <summary>The statement on paper. It says first that it is recognition and not the target certification.</summary>
internal sealed class StatementPrinter(IDocumentPrinter printer, MailSettings settings) : IStatementPrinter
{
    public Stream Print(RecognitionStatement statement, string language)
    {
        var words = new StatementWords(language);
        var pdf = new MemoryStream();
        var footer = words.Fill("Statement.Footer", ("Number", statement.Number));
        printer.Print(new PrintedDocument(
            words["Statement.Title"], language, statement.IsDemonstration ? $"{words["Statement.Demo"]} · {footer}" : footer, [.. Blocks(statement, words)]), pdf);
        pdf.Position = 0;
        return pdf;
    }

    private IEnumerable<PrintedBlock> Blocks(RecognitionStatement statement, StatementWords words)
    {
        var content = statement.Says;
        if (statement.IsDemonstration)
        {
            yield return new PrintedBlock.Heading(1, words["Statement.Demo"]);
            yield return new PrintedBlock.Paragraph(words["Statement.Demo.Text"]);
        }

        yield return Facts(statement, words);
        yield return new PrintedBlock.Paragraph(words["Statement.NotTheTarget"]);
        yield return new PrintedBlock.Heading(1, words["Statement.Says"]);
        yield return new PrintedBlock.Paragraph(content.Statement.In(words.Language));
        yield return new PrintedBlock.Heading(2, words["Statement.Effects"]);
        foreach (var effect in content.Effects)
        {
            yield return new PrintedBlock.Paragraph($"{effect.Text.In(words.Language)}\n{effect.LegalBasis}");
        }

        if (content.Measures.Count > 0)
        {
            yield return new PrintedBlock.Heading(2, words["Statement.Measures"]);
            yield return new PrintedBlock.Paragraph(string.Join('\n', content.Measures.Select(m => m.In(words.Language))));
        }

        yield return new PrintedBlock.Heading(2, words["Statement.Check"]);
        var address = settings.Link(words.Language, $"/Recognition/Check/{statement.Number}");
        yield return new PrintedBlock.Code(address, words.Fill("Statement.Check.Text", ("Address", address)));
    }

    private static PrintedBlock.Facts Facts(RecognitionStatement statement, StatementWords words)
    {
        var content = statement.Says;
        string Named(NamedText named) => $"{named.Name.Best(words.Language).Text} ({named.Code})";
        return new PrintedBlock.Facts(
        [
            new(words["Statement.Number"], statement.Number),
            new(words["Statement.Holder"], statement.HolderName),
            new(words["Statement.Source"], string.Join('\n', content.Sources.Select(Named))),
            new(words["Statement.Target"], Named(content.Target)),
            new(words["Statement.Scope"], string.Join('\n', content.Scope.Select(Named))),
            new(words["Statement.Decision"], words[$"Statement.Decision.{content.Decision}"]),
            new(words["Statement.Equivalence"], words.Fill("Statement.Equivalence.Version", ("Number", content.EquivalenceNumber), ("Version", words.Formats.Number(content.VersionNumber)))),
            new(words["Statement.Host"], words[$"Statement.Government.{content.HostSide}"]),
            new(words["Statement.Side"], words[$"Statement.Government.{content.SourceSide}"]),
            new(words["Statement.IssuedAt"], Pair(new Deadline(statement.IssuedAt, PortalZones.OfficialFor(content.HostSide)), words)),
            new(words["Statement.ValidUntil"], Pair(content.ValidUntil, words)),
        ]);
    }

    private static string Pair(Deadline at, StatementWords words) => string.Join('\n', words.Formats.Pair(at));
}
