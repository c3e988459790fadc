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
