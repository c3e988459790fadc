using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData;
using Portal.Web.Infrastructure;

namespace Portal.Web.CommandLine;

internal sealed partial class ImportVerb : Verb
{
    public override string Name => "import";

    public override string Usage => "import nice FILE\nimport certifications FILE\nimport dcwf FILE\nimport 8140 FILE\nimport holidays FILE\nimport claims FILE --officer EMAIL [--dry-run]";

    public override string Summary => "Loads a file of reference data, or of claims.";

    public override string Details =>
        """
        A file with a mistake changes nothing: every row and its reason is listed. Loading the same file again changes nothing either.
        dcwf (work roles of the DoD) needs nice first; 8140 (the DoD's qualification matrix) needs dcwf and certifications. Both are CSV in UTF-8, and their edition stands at the end of the file's name: dod8140-matrix-2.1.csv.
        claims (what versions of certifications prove) is CSV in UTF-8 or XLSX, in the name of a recognition officer; --dry-run only says what it would do.
        """;

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var (isDryRun, officer) = (arguments.Flag("--dry-run"), arguments.Option("--officer"));
        var (kind, file) = (arguments.Word("nice, certifications, dcwf, 8140, holidays or claims"), arguments.Word("FILE"));
        arguments.End();
        if (kind != "claims" && (isDryRun || officer is not null))
        {
            throw new UsageException("--officer and --dry-run belong to claims.");
        }

        return kind switch
        {
            "nice" => await LoadAsync(file, NiceImport.Parse, NoCheckAsync, NiceImport.ApplyAsync, arguments, terminal, ct),
            "certifications" => await LoadAsync(file, CertificationImport.Parse, NoCheckAsync, CertificationImport.ApplyAsync, arguments, terminal, ct),
            "dcwf" => await LoadAsync(file, x => DcwfImport.Parse(x, Edition(file)), DcwfImport.CheckAsync, DcwfImport.ApplyAsync, arguments, terminal, ct),
            "8140" => await LoadAsync(file, x => PlacementImport.Parse(x, Edition(file)), PlacementImport.CheckAsync, PlacementImport.ApplyAsync, arguments, terminal, ct),
            "holidays" => await LoadAsync(file, HolidayImport.Parse, NoCheckAsync, HolidayImport.ApplyAsync, arguments, terminal, ct),
            "claims" => await LoadClaimsAsync(file, officer, isDryRun, arguments, terminal, ct),
            _ => throw new UsageException($"'{kind}' is not a kind of file."),
        };
    }

    private static async Task<int> LoadAsync<T>(
        string path, Func<Stream, ImportResult<T>> parse, Func<DbContext, T, CancellationToken, Task<IReadOnlyList<ImportProblem>>> check,
        Func<DbContext, T, CancellationToken, Task<ImportCounts>> apply, Arguments arguments, Terminal terminal, CancellationToken ct)
        where T : class
    {
        await using var app = Portal(arguments);
        await using var file = File.OpenRead(path);
        var read = parse(file);
        if (read.Value is not { } content)
        {
            return await RefuseAsync(path, read.Problems, app, terminal);
        }

        await using var scope = await OpenAsync(app, ct);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await check(db, content, ct) is { Count: > 0 } problems)
        {
            return await RefuseAsync(path, problems, app, terminal);
        }

        var counts = await apply(db, content, ct);
        await terminal.Out.WriteLineAsync(
            $"{path}: {counts.Added} added, {counts.Updated} updated, {counts.Removed} removed, {counts.Unchanged} unchanged.");
        return Exit.Done;
    }

    private static Task<IReadOnlyList<ImportProblem>> NoCheckAsync<T>(DbContext db, T content, CancellationToken ct) => Task.FromResult<IReadOnlyList<ImportProblem>>([]);

    /// <summary>What follows the last hyphen of the file's name: <c>2.1</c> for <c>dod8140-matrix-2.1.csv</c>.</summary>
    private static string Edition(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var edition = name[(name.LastIndexOf('-') + 1)..];
        return edition[..Math.Min(edition.Length, DcwfRole.EditionLength)];
    }

    private static async Task<int> RefuseAsync(string path, IReadOnlyList<ImportProblem> problems, WebApplication app, Terminal terminal)
    {
        var text = app.Services.GetRequiredService<Text>();
        await terminal.Error.WriteLineAsync($"{path}: {problems.Count} problems, nothing was loaded.\n{string.Join('\n', problems.Select(x => Line(x, text)))}");
        return Exit.Failed;
    }

    private static string Line(ImportProblem problem, Text text)
    {
        var row = problem.Row is null ? "file" : $"{problem.Section} row {problem.Row}".TrimStart();
        var item = problem.Item is null ? "" : $" ({problem.Item})";
        return $"  {row}{item}: {ErrorSentence.Of(text, new Error(problem.Code, Slots: problem.Slots))}";
    }
}
