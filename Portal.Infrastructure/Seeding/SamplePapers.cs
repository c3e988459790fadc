using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Exports.Pdf;
using SkiaSharp;

namespace Portal.Infrastructure.Seeding;

internal sealed record SamplePaper(string FileName, string Type, byte[] Content);

/// <summary>Real files with made-up content: printed as PDF like a receipt, or drawn as a small PNG.</summary>
internal sealed class SamplePapers(IDocumentPrinter printer, IReadOnlyDictionary<string, WorldPapers> words)
{
    private const int Width = 480, Height = 320;

    private const string Mark = "DEMO";

    private static readonly Lazy<SKTypeface> s_letters = new(() => PdfFont.Bold.Typeface([Mark]));

    private readonly Dictionary<string, SamplePaper> _printed = [];

    public string AskToCorrect(string language) => words[language].AskToCorrect;

    public SamplePaper Cv(WorldCandidate candidate) => Printed(candidate, Words(candidate).Cv, w =>
    [
        About(candidate, w),
        new PrintedBlock.Heading(1, w.Education), Periods(candidate, w, "education", "school", "field"),
        new PrintedBlock.Heading(1, w.Work), Periods(candidate, w, "work", "employer", "position"),
    ]);

    public SamplePaper Transcript(WorldCandidate candidate) => Printed(candidate, Words(candidate).Transcript, w =>
    [
        About(candidate, w),
        new PrintedBlock.Table([w.Course, w.Credits, w.Grade], w.Courses),
    ]);

    public SamplePaper Letter(WorldCandidate candidate) => Printed(candidate, Words(candidate).Letter, w =>
    [
        About(candidate, w),
        new PrintedBlock.Paragraph(w.Text),
    ]);

    public static SamplePaper Certificate(WorldCandidate candidate) => new($"{Mark}-certificate-{candidate.Key}.png", "image/png", Drawn(candidate.Key.Length));

    private WorldPapers Words(WorldCandidate candidate) => words[candidate.Language];

    private SamplePaper Printed(WorldCandidate candidate, string title, Func<WorldPapers, IReadOnlyList<PrintedBlock>> blocks)
    {
        var name = $"{title} {candidate.DisplayName}.pdf";
        if (!_printed.TryGetValue(name, out var paper))
        {
            using var pdf = new MemoryStream();
            printer.Print(new PrintedDocument(title, candidate.Language, Words(candidate).Footer, blocks(Words(candidate))), pdf);
            _printed[name] = paper = new SamplePaper(name, "application/pdf", pdf.ToArray());
        }

        return paper;
    }

    private static PrintedBlock.Facts About(WorldCandidate candidate, WorldPapers w) =>
        new([new PrintedFact(w.Name, candidate.DisplayName), new PrintedFact(w.Mail, candidate.Mail)]);

    private static PrintedBlock.Table Periods(WorldCandidate candidate, WorldPapers w, string group, string place, string what)
    {
        var answers = candidate.Answers[ApplicationSectionKind.EducationAndWork];
        string Answer(int n, string field) => answers.GetValueOrDefault($"{group}.{n}.{field}") ?? "";
        var entries = Enumerable.Range(1, 10).TakeWhile(n => Answer(n, "from").Length > 0);
        return new([w.Period, w.Place, w.What], [.. entries.Select(IReadOnlyList<string> (n) => [$"{Answer(n, "from")} – {Answer(n, "to")}", Answer(n, place), Answer(n, what)])]);
    }

    /// <summary>A framed sheet with lines of differing length and the mark across it, as a scan in the smallest size.</summary>
    private static byte[] Drawn(int seed)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        using var letters = new SKFont(s_letters.Value, 120);
        using var stamp = new SKPaint { Color = new SKColor(0xB0, 0x1E, 0x1E) };
        using var pen = new SKPaint { Color = new SKColor(0x1B, 0x3A, 0x57), StrokeWidth = 4, Style = SKPaintStyle.Stroke };
        canvas.Clear(SKColors.White);
        canvas.DrawRect(12, 12, Width - 24, Height - 24, pen);
        for (var line = 0; line < 6; line++)
        {
            canvas.DrawLine(60, 70 + line * 32, Width - 60 - line * seed * 5 % 160, 70 + line * 32, pen);
        }

        canvas.DrawText(Mark, Width / 2, 200, SKTextAlign.Center, letters, stamp);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 90);
        return png.ToArray();
    }
}
