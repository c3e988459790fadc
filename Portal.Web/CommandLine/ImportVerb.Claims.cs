using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.CommandLine;

/// <summary>Claims are somebody's own reading of the evidence, so their file is loaded in the name of an officer.</summary>
internal sealed partial class ImportVerb
{
    private static async Task<int> LoadClaimsAsync(string path, string? officer, bool isDryRun, Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var address = officer ?? throw new UsageException("--officer EMAIL is missing.");
        await using var app = Portal(arguments);
        await using var file = File.OpenRead(path);
        await using var scope = await OpenAsync(app, ct);
        if (await OfficerAsync(scope.ServiceProvider, address, ct) is not { } author)
        {
            await terminal.Error.WriteLineAsync($"{address} is no recognition officer of either government today.");
            return Exit.Failed;
        }

        var files = scope.ServiceProvider.GetRequiredService<IClaimFiles>();
        var check = await files.CheckAsync(file, null, author, ct);
        if (check.Problems.Count > 0)
        {
            var text = app.Services.GetRequiredService<Text>();
            var more = check.IsCut ? " or more" : "";
            await terminal.Error.WriteLineAsync($"{path}: {check.Problems.Count}{more} problems, nothing was loaded.\n{string.Join('\n', check.Problems.Select(p => Line(p, text)))}");
            return Exit.Failed;
        }

        if (!isDryRun)
        {
            scope.ServiceProvider.GetRequiredService<ICurrentOperation>().Name = nameof(ImportClaims);
            await files.ApplyAsync(file, null, check, author, ct);
        }

        var (added, changed, unchanged) = check.Counts;
        await terminal.Out.WriteLineAsync($"{path}: {added} added, {changed} changed, {unchanged} unchanged{(isDryRun ? "; a dry run, nothing was loaded" : "")}. SHA-256 {check.FileHash}");
        return Exit.Done;
    }

    private static async Task<Actor?> OfficerAsync(IServiceProvider services, string address, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<IPortalDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var people = await db.People.AsNoTracking().Where(p => p.MailAddress == address).Select(p => p.Id).ToListAsync(ct);
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId != null && people.Contains(m.PersonId.Value)).ToListAsync(ct);
        return people.Select(p => Rights.Of(p, memberships, now)).FirstOrDefault(a => a.Has(Permission.DescribeCertifications));
    }

    private static string Line(ClaimProblem problem, Text text)
    {
        var row = problem.Row is null ? "file" : $"row {problem.Row}";
        return $"  {row}{(problem.Column is null ? "" : $", {problem.Column}")}: {ErrorSentence.Of(text, problem.Reason)}";
    }
}
