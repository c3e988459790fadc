using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

// What rests on the evidence: reports, claims, rows of files.
public sealed partial class EvidenceWithdrawalPagesTests
{
    [Fact]
    public async Task An_item_is_followed_into_the_reports_that_count_it_and_a_restricted_one_is_not_named_there()
    {
        var pair = await host.BringAsync("JP-AU", "CRISC", EquivalenceStatus.Proposed);
        var items = await ItemsAsync("CRISC", ("BP-1", pair.Story.Covered[0]), ("BP-2", pair.Story.Covered[0]), ("BP-3", pair.Story.Covered[1]), ("PAST-1", pair.Story.Gap));
        Assert.Equal(["0", "0", "0", "0"], (await _japan.GetAsync(ItemPage(items[0]))).TextsOf("main > dl dd"));
        Assert.Empty((await host.SendAsync(_us.Actor, new ComputeFigures(pair.VersionId, pair.Story.Requirements.Id, ["OG-WRL-014"]))).Errors);
        var report = await host.InDatabaseAsync(async db => (await db.EquivalenceVersions.SingleAsync(v => v.Id == pair.VersionId)).Report!);
        Assert.Equal(["Where BP-1 says it"], report.Rows.SelectMany(r => r.Sources));

        var first = await _japan.GetAsync(ItemPage(items[0]));
        Assert.Equal(["1", "0", "0", "0"], first.TextsOf("main > dl dd"));
        Assert.Contains("75% → 75%", first.Text, StringComparison.Ordinal);
        Assert.Contains("75% → 50%", (await _japan.GetAsync(ItemPage(items[2]))).Text, StringComparison.Ordinal);
        Assert.Equal(["0", "0", "0", "0"], (await _japan.GetAsync(ItemPage(items[3]))).TextsOf("main > dl dd"));
        await ProposeAsync(ItemPage(items[0]), "Its owner took it back.");
        Assert.Empty((await Second(await _us.GetAsync(ItemPage(items[0]))).SubmitAsync()).Errors);
        Assert.Contains("BP-1 Withdrawn", (await _japan.GetAsync("/en/Recognition/EvidenceItems/Index/JP-AU")).Text, StringComparison.Ordinal);
        Assert.Contains("BP-1 (withdrawn)", (await _japan.GetAsync($"/en/Recognition/Evidence/Index/JP-AU?version={await VersionAsync("CRISC")}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recorded_after_the_report_does_not_hide_what_it_rests_on()
    {
        await host.PublishAsync("CC", "GPEN", CasePages.Full);
        var path = await VersionPageAsync("en", "GPEN");
        var later = await host.SendAsync(_japan.Actor, new DescribeCertificationVersion("CC", new("2026", new(2026, 1, 1), null, BilingualText.Empty)));
        var framework = await host.InDatabaseAsync(db => db.Frameworks.Select(f => f.Id).FirstAsync());
        await host.SendAsync(_japan.Actor, new RecordClaim(later.Value, framework, "T0084", new ClaimText(5, AssessmentStrength.ProctoredWritten, 1, null)));
        Assert.Equal(["1", "1", "0", "0"], (await _japan.GetAsync(path)).TextsOf("main > dl dd"));
    }

    [Fact]
    public async Task Rows_of_a_file_name_nothing_that_is_withdrawn_or_past_its_day()
    {
        var pair = await host.PublishAsync("GISF", "GREM", CasePages.Full);
        await ItemsAsync("GREM", ("PAST-9", pair.Story.Covered[0]));
        Assert.Equal(["Recognition.Claim.UnknownItem"], await ProblemsAsync("PAST-9"));
        Assert.Empty(await ProblemsAsync(""));
        var path = await VersionPageAsync("en", "GREM");
        await ProposeAsync(path, "It is out of date.");
        await Second(await _us.GetAsync(path)).SubmitAsync();
        Assert.Equal(["Recognition.Evidence.Withdrawn"], await ProblemsAsync(""));
    }

    [Fact]
    public async Task Nothing_new_rests_on_what_is_withdrawn_and_it_is_not_corrected()
    {
        var pair = await host.PublishAsync("JP-AP", "CISA", CasePages.Full);
        var item = Assert.Single(await ItemsAsync("CISA", ("OLD-1", pair.Story.Covered[0])));
        var version = await VersionAsync("CISA");
        var late = Propose(await _us.GetAsync(ItemPage(item)));
        foreach (var path in new[] { ItemPage(item), $"/en/Recognition/EvidenceWithdrawal/Version/{version}" })
        {
            await ProposeAsync(path, "It is out of date.");
            await Second(await _us.GetAsync(path)).SubmitAsync();
        }

        var framework = await host.InDatabaseAsync(db => db.Frameworks.Select(f => f.Id).FirstAsync());
        var text = new ClaimText(3, AssessmentStrength.ProctoredWritten, 0.8m, null);
        Assert.Equal("Recognition.Evidence.Withdrawn", Assert.Single((await host.SendAsync(_japan.Actor, new RecordClaim(version, framework, "T0084", text))).Errors).Code);
        var fresh = await host.SendAsync(_japan.Actor, new DescribeCertificationVersion("JP-AP", new("2027", new(2026, 4, 1), null, BilingualText.Empty)));
        Assert.Equal("Recognition.Claim.UnknownItem", Assert.Single((await host.SendAsync(_japan.Actor, new RecordClaim(fresh.Value, framework, "T0084", text with { Items = ["OLD-1"] }))).Errors).Code);
        Assert.Null((await _japan.GetAsync("/en/Recognition/EvidenceItems/Index/JP-AP")).Document.QuerySelector($"a[href*='item={item}']"));
        var again = await late.Fill("Reason", "Once more.").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("cannot be changed any more", again.Text, StringComparison.Ordinal);
    }

    private Task<List<string>> ProblemsAsync(string items) => host.InScopeAsync<IClaimFiles, List<string>>(async files =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{string.Join(',', IClaimFiles.Columns)}\nGISF,for GREM,{RecognitionPages.Nice21},T0084,4,PracticalExam,0.8,,{items}\n"));
        return [.. (await files.CheckAsync(file, null, _japan.Actor, TestContext.Current.CancellationToken)).Problems.Select(p => p.Reason.Code)];
    });

    /// <summary>Items under the claims of the pair's evidence.</summary>
    private Task<List<Guid>> ItemsAsync(string target, params (string Code, string Statement)[] items) => host.InDatabaseAsync(async db =>
    {
        var version = await db.CertificationVersions.Include(v => v.Claims).SingleAsync(v => v.Label == $"for {target}");
        var framework = await db.Frameworks.AsNoTracking().FirstAsync();
        var codes = items.Select(i => i.Statement).ToList();
        var statements = await db.Frameworks.Where(f => f.Id == framework.Id).SelectMany(f => f.Elements).Where(e => codes.Contains(e.Code)).AsNoTracking().ToDictionaryAsync(e => e.Code);
        var made = items.Select(i => EvidenceItem.Record(version.CertificationId, i.Code, Item(i.Code), _japan.Actor, new DateOnly(2026, 11, 1))).ToList();
        foreach (var group in items.GroupBy(i => i.Statement))
        {
            version.Record(statements[group.Key], new ClaimText(3, AssessmentStrength.ProctoredWritten, 0.8m, $"Where {group.First().Code} says it") { Items = [.. group.Select(i => i.Code)] }, _japan.Actor);
        }

        db.AddRange(made);
        await db.SaveChangesAsync();
        return made.ConvertAll(i => i.Id);
    });

    // The third one was lent in confidence.
    private static EvidenceItemText Item(string code) => new(
        EvidenceType.Syllabus, new(code, code), null, null, "Agency", new(2025, 4, 1), code.StartsWith("PAST", StringComparison.Ordinal) ? new(2026, 1, 1) : null, EvidenceLanguage.Both,
        code == "BP-3" ? Confidentiality.Restricted : Confidentiality.Public);
}
