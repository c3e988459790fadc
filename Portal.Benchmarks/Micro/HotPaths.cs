using BenchmarkDotNet.Attributes;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Exports.Pdf;
using Portal.Infrastructure.Seeding;

namespace Portal.Benchmarks.Micro;

/// <summary>What runs often or holds a person up: the hash that is signed, the check of a whole form, the search key, the printed receipt.</summary>
[MemoryDiagnoser]
public class HotPaths
{
    private readonly PdfPrinter _printer = new();
    private CallContent _call = null!;
    private ApplicationForm _form = null!;
    private IReadOnlyList<(FormField Field, string Value)> _answers = [];
    private FormCatalogue _catalogue = null!;
    private PrintedDocument _receipt = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var files = WorldFiles.Read();
        var candidate = files.Candidates[0];
        _call = CallStory.Content(files.Calls.First(c => c.Questions.Count > 0), new WorldCalendar(TimeProvider.System.GetUtcNow()));
        _form = new ApplicationForm(_call, candidate.Side);
        _answers = [.. _form.Sections.SelectMany(section => Typed(section, candidate))];
        _catalogue = new FormCatalogue(Countries.Alpha3, new HashSet<string> { "JP-RISS", "GICSP" }, new HashSet<string> { "PD-WRL-001" });
        _receipt = new PrintedDocument("受付票", "ja", "DEMO", [new PrintedBlock.Facts([.. _answers.Select(a => new PrintedFact(a.Field.Key, a.Value))])]);
    }

    [Benchmark]
    public string HashOfCall() => ContentHash.Of(_call);

    [Benchmark]
    public int CheckOfWholeForm() => _answers.Count(a => AnswerRules.Problem(a.Field, a.Value, _catalogue) is not null);

    [Benchmark]
    public int CleaningOfWholeForm() => _answers.Sum(a => AnswerRules.Clean(a.Field, a.Value).Length);

    [Benchmark]
    public string SearchKeyOfName() => SearchKey.Fold("ｻｲﾄｳ 齋藤 García-Hernández");

    [Benchmark]
    public long ReceiptAsPdf()
    {
        using var pdf = new MemoryStream();
        _printer.Print(_receipt, pdf);
        return pdf.Length;
    }

    private IEnumerable<(FormField, string)> Typed(ApplicationSectionKind section, WorldCandidate candidate)
    {
        var typed = candidate.Answers.TryGetValue(section, out var answers) ? answers : OwnAnswers.To(_form, section, candidate);
        var read = _form.Read(section, typed);
        return _form.Fields(section, read).Where(f => f.Kind != FieldKind.File).Select(f => (f, read[f.Key]));
    }
}
