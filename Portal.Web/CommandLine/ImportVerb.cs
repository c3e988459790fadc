using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData;
using Portal.Web.Infrastructure;

namespace Portal.Web.CommandLine;

internal sealed class ImportVerb : Verb
{
    public override string Name => "import";

    public override string Usage => "import nice FILE\nimport certifications FILE\nimport holidays FILE";

    public override string Summary => "Loads a file of reference data.";

    public override string Details =>
        "A file with a mistake changes nothing: every row and its reason is listed. Loading the same file again changes nothing either.";

    public override async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var (kind, file) = (arguments.Word("nice, certifications or holidays"), arguments.Word("FILE"));
        arguments.End();
        return kind switch
        {
            "nice" => await LoadAsync(file, NiceImport.Parse, NiceImport.ApplyAsync, arguments, terminal, ct),
            "certifications" => await LoadAsync(file, CertificationImport.Parse, CertificationImport.ApplyAsync, arguments, terminal, ct),
            "holidays" => await LoadAsync(file, HolidayImport.Parse, HolidayImport.ApplyAsync, arguments, terminal, ct),
            _ => throw new UsageException($"'{kind}' is not a kind of file."),
        };
    }

    private static async Task<int> LoadAsync<T>(
        string path, Func<Stream, ImportResult<T>> parse, Func<DbContext, T, CancellationToken, Task<ImportCounts>> apply,
        Arguments arguments, Terminal terminal, CancellationToken ct)
        where T : class
    {
        await using var app = Portal(arguments);
        await using var file = File.OpenRead(path);
        var read = parse(file);
        if (read.Value is not { } content)
        {
            var text = app.Services.GetRequiredService<Text>();
            await terminal.Error.WriteLineAsync(
                $"{path}: {read.Problems.Count} problems, nothing was loaded.\n{string.Join('\n', read.Problems.Select(x => Line(x, text)))}");
            return Exit.Failed;
        }

        await using var scope = await OpenAsync(app, ct);
        var counts = await apply(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), content, ct);
        await terminal.Out.WriteLineAsync(
            $"{path}: {counts.Added} added, {counts.Updated} updated, {counts.Removed} removed, {counts.Unchanged} unchanged.");
        return Exit.Done;
    }

    private static string Line(ImportProblem problem, Text text)
    {
        var row = problem.Row is null ? "file" : $"{problem.Section} row {problem.Row}";
        var item = problem.Item is null ? "" : $" ({problem.Item})";
        return $"  {row}{item}: {ErrorSentence.Of(text, new Error(problem.Code, Slots: problem.Slots))}";
    }
}
