using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The computed coverage follows what is recorded, and the desk is told when figures no longer do.</summary>
public sealed partial class CoveragePagesTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private SignedIn _officer = null!;
    private Guid _nice;

    public async ValueTask InitializeAsync()
    {
        _officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        _nice = await FrameworkAsync(RecognitionPages.Nice21);
    }

    public ValueTask DisposeAsync()
    {
        _officer.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "OG-WRL-014", "提案する", "1組")]
    [InlineData("en", "CISA", "CEH", "PD-WRL-003", "Propose", "1 pair")]
    public async Task A_claim_is_in_the_list_as_soon_as_it_is_recorded_and_follows_its_corrections(string language, string source, string target, string role, string propose, string count)
    {
        var version = await VersionAsync(source);
        await RecordAsync(version, "T0084", 3);
        await DefineAsync(target, "T0084, 3, 3, critical", "K1082, 1, 3", "S0432, 1, 3");
        await DefineAsync(source, "T0084, 1, 3");
        await DefineAsync(new Target(TargetKind.WorkRole, role), "K1082, 1, 3", "T0084, 4, 3");
        Assert.Equal(["80%", "60%"], [await ShareAsync(language, source, role), await ShareAsync(language, source, target)]);

        await RecordAsync(version, "K1082", 3);
        Assert.Equal(["100%", "80%"], [await ShareAsync(language, source, role), await ShareAsync(language, source, target)]);

        await RecordAsync(version, "T0084", 1);
        // A third of the level that is required: (1 + 4/3) / 5, and (3/3 + 1) / 5.
        Assert.Equal(["46.7%", "40%", null], [await ShareAsync(language, source, role), await ShareAsync(language, source, target), await ShareAsync(language, source, source)]);
        var page = await ListAsync(language, source, role);
        Assert.Contains(count, page.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{source} → {role}", page.TextsOf("tbody th")[0], StringComparison.Ordinal);
        var proposal = await _officer.GetAsync(page.Document.QuerySelectorAll("tbody a").First(a => a.TextContent == propose).GetAttribute("href")!);
        Assert.Equal((source, "WorkRole", role, role), (proposal.Form().Value("Source")!.Trim(), proposal.Form().Value("Kind"), proposal.Form().Value("Target"), proposal.Form().Value("Scope")!.Trim()));

        foreach (var claim in await host.InDatabaseAsync(db => db.CertificationVersions.Where(v => v.Id == version).SelectMany(v => v.Claims).Select(c => c.Id).ToListAsync()))
        {
            Assert.Empty((await host.SendAsync(_officer.Actor, new RemoveClaim(version, claim))).Errors);
        }

        Assert.Null(await ShareAsync(language, source, role));
    }

    [Fact]
    public async Task The_list_says_what_the_desk_computes_and_names_the_pair_that_there_is()
    {
        var version = await VersionAsync("JP-AP");
        await RecordAsync(version, "T0084", 2);
        await RecordAsync(version, "K1082", 3);
        await DefineAsync("CCSP", "T0084, 3, 3", "K1082, 2, 4", "S0432, 1, 3");
        var proposal = await host.SendAsync(_officer.Actor, new ProposeEquivalence(EquivalenceSource.Of("JP-AP"), new Target(TargetKind.Certification, "CCSP"), ["OG-WRL-014"]));
        var set = await host.InDatabaseAsync(db => db.RequirementSets.Where(s => s.TargetCode == "CCSP").Select(s => s.Id).SingleAsync());
        Assert.Empty((await host.SendAsync(_officer.Actor, new ComputeFigures(proposal.Value, set, ["OG-WRL-014"]))).Errors);

        var row = (await ListAsync("en", "JP-AP", "CCSP")).Document.QuerySelector("tbody tr")!;
        var figures = (await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == proposal.Value))).Content.Coverage!;
        Assert.Equal(
            [figures.Content, figures.LowerBound, figures.Assured],
            await host.InDatabaseAsync(db => db.TargetCoverages.Where(p => p.RequirementSetId == set && db.Certifications.Any(c => c.Id == p.CertificationId && c.Code == "JP-AP")).Select(p => new[] { p.Content, p.LowerBound, p.Assured }).SingleAsync()));
        Assert.StartsWith("EQ-", row.QuerySelector("td:last-child")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_requirement_set_replaces_the_column_of_the_last_one()
    {
        var version = await VersionAsync("JP-SG");
        await RecordAsync(version, "T0084", 3);
        await DefineAsync("CISM", "T0084, 1, 3", "K1082, 1, 3");
        Assert.Equal("50%", await ShareAsync("en", "JP-SG", "CISM"));
        await DefineAsync("CISM", "T0084, 3, 3", "K1082, 1, 3");
        Assert.Equal("75%", await ShareAsync("en", "JP-SG", "CISM"));
        await DefineAsync("CISM", "K1082, 1, 3");
        Assert.Null(await ShareAsync("en", "JP-SG", "CISM"));
    }

    [Fact]
    public async Task Evidence_that_expires_or_takes_effect_counts_from_its_day()
    {
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        await DefineAsync("GSEC", "T0084, 1, 3", "K1082, 1, 3");
        var now = await VersionAsync("JP-FE");
        await RecordAsync(now, "T0084", 3);
        var next = await host.SendAsync(_officer.Actor, new DescribeCertificationVersion("JP-FE", new("Next", today.AddDays(3), null, BilingualText.Empty)));
        await RecordAsync(next.Value, "T0084", 3);
        await RecordAsync(next.Value, "K1082", 3);
        Assert.Empty((await host.SendAsync(_officer.Actor, new RecordEvidenceItem("GISF", "SYL", new(
            EvidenceType.Syllabus, new("シラバス", "Syllabus"), null, null, "IPA", today.AddDays(-1), today.AddDays(2), EvidenceLanguage.English, Confidentiality.Public)))).Errors);
        await RecordAsync(await VersionAsync("GISF"), "T0084", 3, "SYL");
        Assert.Equal(["50%", "50%"], [await ShareAsync("en", "JP-FE", "GSEC"), await ShareAsync("en", "GISF", "GSEC")]);

        host.Clock.Advance(TimeSpan.FromDays(3));
        while ((await host.SendAsync(Actor.System, new RefreshCoverage())).Value > 0)
        {
        }

        _officer.Dispose();
        _officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        Assert.Equal(["100%", null], [await ShareAsync("en", "JP-FE", "GSEC"), await ShareAsync("en", "GISF", "GSEC")]);
    }

    [Fact]
    public async Task Requirements_reach_evidence_that_was_there_before_rows_were_kept()
    {
        await RecordAsync(await VersionAsync("CND"), "T0084", 3);
        await host.MailAsync();
        await host.InDatabaseAsync(db => db.CoverageRows.ExecuteDeleteAsync());
        await DefineAsync("CSSLP", "T0084, 1, 3", "K1082, 1, 3");
        Assert.Equal("50%", await ShareAsync("en", "CND", "CSSLP"));
    }

    [Fact]
    public async Task Withdrawn_evidence_no_longer_counts()
    {
        using var other = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var version = await VersionAsync("CHFI");
        await RecordAsync(version, "T0084", 3);
        await DefineAsync("GREM", "T0084, 1, 3");
        Assert.Equal("100%", await ShareAsync("en", "CHFI", "GREM"));

        var path = $"/en/Recognition/EvidenceWithdrawal/Version/{version}";
        Assert.Empty((await (await _officer.GetAsync(path)).Form("form[action*='/Propose/']").Fill("Reason", "The exam has ended.").SubmitAsync()).Errors);
        Assert.Empty((await (await other.GetAsync(path)).Form("form[action*='/Withdraw/']").SubmitAsync()).Errors);
        Assert.Null(await ShareAsync("en", "CHFI", "GREM"));
    }

    [Fact]
    public async Task A_mapping_between_framework_versions_moves_the_rows_that_it_carries()
    {
        await host.LoadLaterNiceAsync();
        var later = await FrameworkAsync(RecognitionPages.Nice22);
        var version = await VersionAsync("JP-IP");
        await RecordAsync(version, "T0084", 3);
        Assert.Empty((await host.SendAsync(_officer.Actor, new DefineRequirements(later, new Target(TargetKind.Certification, "CRISC"), 0, [new("T0168", 1, 3, false)]))).Errors);
        Assert.Null(await ShareAsync("en", "JP-IP", "CRISC"));
        Assert.Empty((await host.SendAsync(_officer.Actor, new RecordMapping(
            RecognitionPages.Nice21, RecognitionPages.Nice22, "T0084", "T0168", new MappingText(MappingRelation.Equal, null, null, MappingRationale.Semantic, 0.9m, "Our own words.")))).Errors);
        Assert.Equal("100%", await ShareAsync("en", "JP-IP", "CRISC"));

        var set = await host.InDatabaseAsync(db => db.MappingSets.Include(s => s.Mappings).SingleAsync());
        Assert.Empty((await host.SendAsync(_officer.Actor, new RemoveMapping(set.Id, set.Mappings[0].Id))).Errors);
        Assert.Null(await ShareAsync("en", "JP-IP", "CRISC"));
    }

    [Theory]
    [InlineData("ja", "JP-AU", "CCISO", "この数値を計算した後に、記録の内容が変わりました", "新しい要件セット（番号2）")]
    [InlineData("en", "GCED", "CGRC", "What is recorded has changed since these figures were computed", "a later requirement set: number 2")]
    public async Task The_desk_is_told_when_the_figures_are_not_those_of_today(string language, string source, string target, string heading, string set)
    {
        var version = await VersionAsync(source);
        await RecordAsync(version, "T0084", 3);
        await DefineAsync(target, "T0084, 3, 3", "K1082, 1, 3");
        var proposal = await host.SendAsync(_officer.Actor, new ProposeEquivalence(EquivalenceSource.Of(source), new Target(TargetKind.Certification, target), ["OG-WRL-014"]));
        await ComputeAsync(proposal.Value, target);
        var desk = $"/{language}/Recognition/EquivalenceDesk/Details/{proposal.Value}";
        Assert.DoesNotContain(heading, (await _officer.GetAsync(desk)).Text, StringComparison.Ordinal);

        await RecordAsync(version, "K1082", 3);
        Assert.Contains(heading, (await _officer.GetAsync(desk)).Text, StringComparison.Ordinal);
        await ComputeAsync(proposal.Value, target);
        Assert.DoesNotContain(heading, (await _officer.GetAsync(desk)).Text, StringComparison.Ordinal);

        await DefineAsync(target, "T0084, 1, 3");
        Assert.Contains(set, (await _officer.GetAsync(desk)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_a_match_says_so_and_holders_do_not_see_it()
    {
        Assert.Empty((await ListAsync("en", "NO-SUCH", "CCSP")).Document.QuerySelectorAll("table"));
        using var holder = await host.People.CandidateAsync();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await holder.GetAsync("/en/Recognition/Coverage")).Status);
    }
}
