using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

public sealed partial class CoveragePagesTests
{
    /// <returns>Null where the pair is not in the list.</returns>
    private async Task<string?> ShareAsync(string language, string certification, string target) =>
        (await ListAsync(language, certification, target)).Document.QuerySelector("tbody td")?.FirstChild!.TextContent.Trim();

    private async Task<HtmlPage> ListAsync(string language, string certification, string target)
    {
        await host.MailAsync();
        return await _officer.GetAsync($"/{language}/Recognition/Coverage?certification={certification}&target={target}");
    }

    private async Task<Guid> VersionAsync(string certification) =>
        (await host.SendAsync(_officer.Actor, new DescribeCertificationVersion(certification, new("2025", new DateOnly(2025, 4, 1), null, BilingualText.Empty)))).Value;

    private async Task RecordAsync(Guid version, string statement, int level, params string[] items) =>
        Assert.Empty((await host.SendAsync(_officer.Actor, new RecordClaim(version, _nice, statement, new ClaimText(level, AssessmentStrength.ProctoredWritten, 0.8m, null) { Items = items }))).Errors);

    private Task DefineAsync(string target, params string[] rows) => DefineAsync(new Target(TargetKind.Certification, target), rows);

    private async Task DefineAsync(Target target, params string[] rows)
    {
        var after = await host.InDatabaseAsync(db => db.RequirementSets.CountAsync(s => s.TargetCode == target.Code && s.FrameworkId == _nice));
        Assert.Empty((await host.SendAsync(_officer.Actor, new DefineRequirements(_nice, target, after, [.. rows.Select(Row)]))).Errors);
    }

    private static RequirementRow Row(string line)
    {
        var parts = line.Split(", ");
        return new(parts[0], decimal.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), parts.Length > 3);
    }

    private async Task ComputeAsync(Guid version, string target)
    {
        var set = await host.InDatabaseAsync(db => db.RequirementSets.Where(s => s.TargetCode == target).OrderByDescending(s => s.Number).Select(s => s.Id).FirstAsync());
        Assert.Empty((await host.SendAsync(_officer.Actor, new ComputeFigures(version, set, ["OG-WRL-014"]))).Errors);
    }

    private Task<Guid> FrameworkAsync(string identifier) => host.InDatabaseAsync(db => db.Frameworks.Where(f => f.Identifier == identifier).Select(f => f.Id).SingleAsync());
}
