using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Fellowships;

/// <summary>The receipt on paper: exactly what was sent, under the questions' words.</summary>
internal sealed class ReceiptDocument(FormText words, Text text)
{
    public PrintedDocument Of(ApplicationReceipt.Page receipt) => new(
        text["Fellowships.Receipt.Pdf.Title"], PageLanguage.Current,
        text.Get("Fellowships.Receipt.Pdf.Footer", ("Number", receipt.Case.Number)),
        [Facts(receipt), .. receipt.Sections.SelectMany(Section), .. Files(receipt)]);

    private PrintedBlock.Facts Facts(ApplicationReceipt.Page receipt)
    {
        var at = words.Formats.Pair(new Deadline(receipt.At, PortalZones.OfficialFor(receipt.Case.Side)));
        return new PrintedBlock.Facts(
        [
            new(text["Fellowships.Receipt.Call"], receipt.Case.Title.Best(PageLanguage.Current).Text),
            new(text["Fellowships.Receipt.Number"], receipt.Case.Number),
            new(text["Fellowships.Receipt.Side"], text[$"Fellowships.Side.{receipt.Case.Side}"]),
            new(text["Fellowships.Receipt.At"], string.Join('\n', at)),
            new(text["Fellowships.Receipt.Submission"], words.Formats.Number(receipt.Number)),
            new(text["Fellowships.Receipt.Hash"], receipt.Hash),
        ]);
    }

    private IEnumerable<PrintedBlock> Section(AnsweredSection section)
    {
        yield return new PrintedBlock.Heading(1, words.Section(section.Kind));
        yield return new PrintedBlock.Facts([.. section.All.Select(Fact)]);
    }

    private PrintedFact Fact(AnsweredField asked)
    {
        var answer = asked.Files.Count > 0 ? string.Join('\n', asked.Files.Select(f => f.FileName)) : words.Answer(asked.Field, asked.Value);
        return new PrintedFact(words.FullLabel(asked.Field), answer.Length > 0 ? answer : text["Shared.Summary.None"]);
    }

    private IEnumerable<PrintedBlock> Files(ApplicationReceipt.Page receipt)
    {
        if (receipt.Files.Count == 0)
        {
            yield break;
        }

        yield return new PrintedBlock.Heading(1, text["Fellowships.Receipt.Files"]);
        yield return new PrintedBlock.Table(
            [text["Fellowships.Receipt.File"], text["Fellowships.Receipt.Size"], "SHA-256"],
            [.. receipt.Files.Select(f => (IReadOnlyList<string>)[f.FileName, words.Formats.Bytes(f.Size), f.Sha256])]);
    }
}

/// <summary>The empty form on paper, with the choices that each question offers.</summary>
internal sealed class BlankDocument(FormText words, Text text)
{
    private const int MostOptions = 12;

    public PrintedDocument Of(BlankForm.Page form) => new(
        text["Fellowships.Blank.Title"], PageLanguage.Current, form.Case.Title.Best(PageLanguage.Current).Text,
        [
            new PrintedBlock.Paragraph(text["Fellowships.Blank.Note"]),
            .. form.Sections.SelectMany(s => new PrintedBlock[] { new PrintedBlock.Heading(1, words.Section(s.Kind)), new PrintedBlock.Facts([.. s.All.Select(Fact)]) }),
        ]);

    private PrintedFact Fact(AnsweredField asked)
    {
        var need = text[asked.Field.IsRequired ? "Shared.Field.Required" : "Shared.Field.Optional"];
        var label = text.Get("Fellowships.Blank.Label", ("Label", words.FullLabel(asked.Field)), ("Need", need));
        return new PrintedFact(label, string.Join('\n', Guidance(asked)));
    }

    private IEnumerable<string> Guidance(AnsweredField asked)
    {
        if (words.Hint(asked.Field) is { } hint)
        {
            yield return hint;
        }

        var options = new SectionFields(words, text, []).Draw(asked).Options;
        foreach (var option in options.Count <= MostOptions ? options : [])
        {
            yield return $"□ {option.Text}";
        }

        if (options.Count == 0)
        {
            yield return "\n";
        }
    }
}
