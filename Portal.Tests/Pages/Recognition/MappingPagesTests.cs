using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Mappings between framework versions: recorded, refused where they contradict, and used by the figures.</summary>
public sealed class MappingPagesTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string Pair = $"from={RecognitionPages.Nice21}&to={RecognitionPages.Nice22}";

    public async ValueTask InitializeAsync()
    {
        if (!await host.InDatabaseAsync(db => db.Frameworks.AnyAsync(f => f.Identifier == RecognitionPages.Nice22)))
        {
            await host.LoadLaterNiceAsync();
        }
    }

    [Theory]
    [InlineData("ja", "T0167", "Subset", "T0167とT0167の対応が、ほかの対応と矛盾しています。「同じ」と「含む」などは同時に成り立ちません")]
    [InlineData("en", "T0168", "Superset", "The mapping from T0168 to T0168 contradicts another one, such as “the same” beside “contains”")]
    public async Task A_mapping_is_recorded_its_contradiction_refused_and_it_is_taken_back(string language, string statement, string other, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var list = await Filled(await NewAsync(officer, language), statement, statement, "Equal").SubmitAsync();
        Assert.Empty(list.Errors);
        var row = list.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains(statement, StringComparison.Ordinal));

        var refused = await Filled(await NewAsync(officer, language), statement, statement, other).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([sentence], refused.Errors);
        Assert.Equal((statement, "Our own words."), (refused.Form().Value("Subject"), refused.Form().Value("Justification")!.Trim()));

        var mapping = row.QuerySelector("input[name=mapping]")!.GetAttribute("value");
        var gone = await list.Form($"form:has(input[value='{mapping}'])").SubmitAsync();
        Assert.Empty(gone.Errors);
        Assert.DoesNotContain(gone.TextsOf("tbody th"), t => t.StartsWith(statement, StringComparison.Ordinal));
        Assert.Empty((await Filled(await NewAsync(officer, language), statement, statement, other).SubmitAsync()).Errors);
    }

    [Fact]
    public async Task What_is_read_the_other_way_round_contradicts_too()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        Assert.Empty((await Filled(await NewAsync(officer, "en"), "T0164", "T0164", "Subset").SubmitAsync()).Errors);
        var back = await officer.GetAsync($"/en/Recognition/Mappings/Record?from={RecognitionPages.Nice22}&to={RecognitionPages.Nice21}");
        Assert.NotEmpty((await Filled(back, "T0164", "T0164", "Equivalent").SubmitAsync()).Errors);
        Assert.Empty((await Filled(back, "T0164", "T0164", "Superset").SubmitAsync()).Errors);
    }

    [Theory]
    [InlineData("ja", "Target", "T9999", "フレームワークにT9999という項目はありません。コードを確認してください。")]
    [InlineData("en", "Fraction", "1.2", "From T0172 to T0172, give a share above 0 and up to 1, and only for “is part of” and “overlaps”")]
    [InlineData("en", "Confidence", "7", "The confidence of the mapping from T0172 to T0172 must be from 0 to 1")]
    [InlineData("ja", "Justification", " ", "説明を2,000文字以内で入力してください。")]
    [InlineData("en", "Subject", "OG-WRL-014", "OG-WRL-014 is no task, knowledge or skill. Enter the code of a statement, for example T0084.")]
    public async Task A_wrong_field_gets_its_sentence(string language, string field, string value, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var refused = await Filled(await NewAsync(officer, language), "T0172", "T0172", "Subset").Fill(field, value).SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (refused.Status, Assert.Single(refused.Errors)));
        Assert.NotNull(refused.ErrorOf(field));
    }

    [Fact]
    public async Task Claims_on_another_version_count_through_the_mappings_only()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var (older, newer) = (await FrameworkAsync(RecognitionPages.Nice21), await FrameworkAsync(RecognitionPages.Nice22));
        var version = await host.SendAsync(officer.Actor, new DescribeCertificationVersion("JP-NW", new("2025", new DateOnly(2025, 4, 1), null, BilingualText.Empty)));
        foreach (var statement in new[] { "T0084", "K1082" })
        {
            Assert.Empty((await host.SendAsync(officer.Actor, new RecordClaim(version.Value, older, statement, new ClaimText(3, AssessmentStrength.ProctoredWritten, 0.8m, null)))).Errors);
        }

        var set = await host.SendAsync(officer.Actor, new DefineRequirements(
            newer, new Target(TargetKind.Certification, "CCNA"), 0, [new("T0084", 3, 3, true), new("K1082", 1, 3, false), new("S0432", 1, 3, false)]));
        var id = await host.InDatabaseAsync(db => db.EquivalenceVersions
            .Where(v => db.Equivalences.Any(e => e.Id == v.EquivalenceId && e.SourceKey == "JP-NW" && e.TargetCode == "CCNA")).Select(v => v.Id).SingleAsync());
        var none = await host.SendAsync(officer.Actor, new ComputeFigures(id, set.Value, ["OG-WRL-014"]));
        Assert.Equal("Recognition.Figures.NoClaims", Assert.Single(none.Errors).Code);

        await Filled(await NewAsync(officer, "en"), "T0084", "T0084", "Equivalent").SubmitAsync();
        await Filled(await NewAsync(officer, "en"), "K1082", "K1082", "Subset").Fill("Fraction", "0.4").SubmitAsync();
        Assert.Empty((await host.SendAsync(officer.Actor, new ComputeFigures(id, set.Value, ["OG-WRL-014"]))).Errors);

        // T0084 whole (3 × 1), K1082 in part (1 × 0.4), S0432 not at all, of 5: 3.4 / 5 = 68 %.
        // The claim's confidence is 0.8, the mapping's 0.7; the lower one counts: mean 0.476, variance (9 × 0.21 + 0.16 × 0.21) / 25 = 0.076944,
        // lower bound 0.476 − 1.2816 × √0.076944 = 0.1205.
        var coverage = await host.InDatabaseAsync(db => db.EquivalenceVersions.Where(v => v.Id == id).Select(v => v.Content).SingleAsync()) is { Coverage: { } pinned } ? pinned : throw new InvalidOperationException();
        Assert.Equal((0.68, 0.1205), (Math.Round(coverage.Content, 10), Math.Round(coverage.LowerBound, 4)));
        Assert.Equal(["K1082", "S0432"], coverage.Gaps);
    }

    [Fact]
    public async Task A_reader_sees_mappings_and_records_none()
    {
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        var list = await reviewer.GetAsync($"/en/Recognition/Mappings?{Pair}");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Empty(list.Document.QuerySelectorAll("a[href*='/Record']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync($"/en/Recognition/Mappings/Record?{Pair}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync($"/en/Recognition/Mappings?from=NOSUCH&to={RecognitionPages.Nice21}")).Status);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<HtmlPage> NewAsync(SignedIn officer, string language) => officer.GetAsync($"/{language}/Recognition/Mappings/Record?{Pair}");

    private static HtmlForm Filled(HtmlPage page, string subject, string target, string relation) => page.Form()
        .Fill("Subject", subject).Fill("Target", target).Fill("Relation", relation).Fill("Rationale", "Functional").Fill("Confidence", "0.7").Fill("Justification", "Our own words.");

    private Task<Guid> FrameworkAsync(string identifier) => host.InDatabaseAsync(db => db.Frameworks.Where(f => f.Identifier == identifier).Select(f => f.Id).SingleAsync());
}
