using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>From a proposal to its figures: what everybody reads, and what the desks do.</summary>
public sealed class EquivalencePagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "提案（未決定）", "どちらの政府も、まだ何も決めていません")]
    [InlineData("en", "Proposed, not decided", "No government has said anything about it")]
    public async Task The_starting_pairs_are_listed_in_both_directions_and_say_that_nothing_is_decided(string language, string status, string sentence)
    {
        using var visitor = host.Visitor();
        var found = await visitor.GetAsync($"/{language}/Recognition/Equivalences?certification=CISSP");
        Assert.Contains(found.TextsOf("tbody td"), t => t.StartsWith("JP-RISS → CISSP", StringComparison.Ordinal));
        Assert.Contains(found.TextsOf("tbody td"), t => t.StartsWith("CISSP → JP-RISS", StringComparison.Ordinal));
        Assert.Contains(status, found.Text, StringComparison.Ordinal);

        var page = await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/EQ-000001");
        Assert.StartsWith("JP-RISS → CISSP", page.Heading, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains("OG-WRL-014", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='EquivalenceDesk']"));
    }

    [Theory]
    [InlineData("/en/Recognition/Equivalences/Details/EQ-999999")]
    [InlineData("/ja/Recognition/Equivalences/Details/")]
    public async Task An_unknown_number_is_not_found(string path)
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("ja", Government.Japan)]
    [InlineData("en", Government.UnitedStates)]
    public async Task An_officer_records_evidence_defines_requirements_and_sees_why_the_figures_are_what_they_are(string language, Government side)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, side);
        // A pair of its own in each language, because the two runs share the database.
        var (source, target) = side == Government.Japan ? ("JP-NW", "CCNA") : ("CISA", "JP-AU");
        var desk = await DeskOfAsync(officer, language, source, target);

        var evidence = await Fill((await officer.GetAsync($"/{language}/Recognition/Evidence/Describe/{source}")).Form(), "2025", "4", "1").SubmitAsync();
        foreach (var statement in new[] { "T0084", "K1082" })
        {
            evidence = await Claim(await officer.GetAsync(evidence.Document.QuerySelector("a[href*='/Record/']")!.GetAttribute("href")!), statement).SubmitAsync();
            Assert.Empty(evidence.Errors);
        }

        Assert.Contains(evidence.TextsOf("tbody th"), t => t.StartsWith("T0084", StringComparison.Ordinal));
        var set = await (await officer.GetAsync($"/{language}/Recognition/Requirements/Index/{target}?kind=Certification")).Form()
            .Fill("Rows", "T0084, 3, 3, critical\nK1082, 1, 3\nS0432, 1, 3").SubmitAsync();
        Assert.Empty(set.Errors);

        var form = (await officer.GetAsync(desk.Path)).Form("form[action*='/Compute/']");
        var figures = await form.Fill("RequirementSetId", $"{await SetOfAsync(target)}").Fill("Scope", "OG-WRL-014").SubmitAsync();

        Assert.Empty(figures.Errors);
        // T0084 (3) and K1082 (1) of 5: 80 %.
        Assert.Contains("80%", figures.TextOf("dl"), StringComparison.Ordinal);
        Assert.Equal(["K1082", "S0432", "T0084"], figures.TextsOf("tbody th").Select(t => t[..5]));
        Assert.Contains(figures.TextsOf("tbody td"), t => t.StartsWith("0%", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "T9999", "フレームワークにT9999という項目はありません。コードを確認してください。")]
    [InlineData("en", "OG-WRL-014", "OG-WRL-014 is no task, knowledge or skill. Enter the code of a statement, for example T0084.")]
    public async Task A_claim_on_what_is_no_statement_is_refused_and_keeps_what_was_typed(string language, string statement, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var evidence = await Fill((await officer.GetAsync($"/{language}/Recognition/Evidence/Describe/JP-FE")).Form(), "2025", "4", "1").SubmitAsync();
        var answer = await Claim(await officer.GetAsync(evidence.Document.QuerySelector("a[href*='/Record/']")!.GetAttribute("href")!), statement).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([sentence], answer.Errors);
        Assert.Equal((statement, "0.8"), (answer.Form().Value("Statement"), answer.Form().Value("Confidence")));
    }

    [Theory]
    [InlineData("ja", "Level")]
    [InlineData("en", "Confidence")]
    public async Task A_claim_without_a_level_or_confidence_gets_a_sentence_at_its_field(string language, string missing)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var evidence = await Fill((await officer.GetAsync($"/{language}/Recognition/Evidence/Describe/JP-FE")).Form(), "2025", "4", "1").SubmitAsync();
        var answer = await Claim(await officer.GetAsync(evidence.Document.QuerySelector("a[href*='/Record/']")!.GetAttribute("href")!), "T0084").Without(missing).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorOf(missing));
        Assert.Equal("T0084", answer.Form().Value("Statement"));
    }

    [Theory]
    [InlineData("ja", "T0084, 0, 3", "T0084：重みは0より大きく100以下で入力してください。")]
    [InlineData("en", "T0084, 1, 6", "T0084: the level must be 1 to 5.")]
    [InlineData("en", "T0084, 1, 3\nT0084, 2, 3", "T0084 stands in the list more than once. Keep one line.")]
    [InlineData("ja", "T0084、いち、3", "1行目を読み取れません。項目、重み、水準の順に書き、必須の項目には critical を付けてください。")]
    public async Task A_broken_requirement_set_is_refused_with_its_line_and_keeps_what_was_typed(string language, string rows, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var answer = await (await officer.GetAsync($"/{language}/Recognition/Requirements/Index/CC?kind=Certification")).Form().Fill("Rows", rows).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([sentence], answer.Errors);
        Assert.Equal(rows, answer.Form().Value("Rows")!.Trim().ReplaceLineEndings("\n"));
        Assert.False(await host.InDatabaseAsync(db => db.RequirementSets.AnyAsync(s => s.TargetCode == "CC")));
    }

    [Theory]
    [InlineData("ja", "NOSUCH", "CISSP", "資格一覧にNOSUCHはありません。コードを確認してください。")]
    [InlineData("en", "JP-RISS", "NOSUCH", "There is no certification or work role NOSUCH. Check the code.")]
    [InlineData("en", "JP-RISS\nCISSP", "CISM", "The certifications must all be issued on one side, Japan or the United States.")]
    [InlineData("en", "CISSP", "CISSP", "A certification cannot be compared with itself. Choose another target.")]
    [InlineData("en", "JP-RISS", "CISSP", "A version of this equivalence is on its way already. Continue there.")]
    public async Task A_proposal_that_makes_no_sense_is_refused(string language, string source, string target, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var answer = await Proposal(await officer.GetAsync($"/{language}/Recognition/EquivalenceDesk/Propose"), source, target).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal([sentence], answer.Errors);
        Assert.Equal(target, answer.Form().Value("Target"));
    }

    [Fact]
    public async Task A_proposal_sent_twice_is_one_and_may_be_dropped_with_a_reason()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var form = Proposal(await officer.GetAsync("/en/Recognition/EquivalenceDesk/Propose"), "JP-SC\nJP-AP", "GCIH");
        var (first, second) = (await form.SubmitAsync(), await form.SubmitAsync());
        Assert.Equal(first.Path, second.Path);

        var dropped = await first.Form("form[action*='/Drop/']").Fill("Reason", "Nobody pursues it.").SubmitAsync();
        Assert.Contains("Nobody pursues it.", dropped.Text, StringComparison.Ordinal);
        Assert.Empty(dropped.Document.QuerySelectorAll("form[action*='/Compute/']"));
    }

    [Fact]
    public async Task Figures_without_evidence_are_not_made_up()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var desk = await DeskOfAsync(officer, "en", "JP-IP", "CC");
        var set = await (await officer.GetAsync("/en/Recognition/Requirements/Index/CISM?kind=Certification")).Form().Fill("Rows", "T0084, 1, 3").SubmitAsync();
        Assert.Empty(set.Errors);
        var other = await desk.Form("form[action*='/Compute/']").With("RequirementSetId", $"{await SetOfAsync("CISM")}").Fill("Scope", "OG-WRL-014").SubmitAsync();
        Assert.Equal(["This requirement set belongs to another target. Choose one of this target."], other.Errors);
        var none = await desk.Form("form[action*='/Compute/']").Fill("Scope", "OG-WRL-014").SubmitAsync();
        Assert.Equal(["Choose a requirement set."], none.Errors);
    }

    private static HtmlForm Fill(HtmlForm form, string year, string month, string day) =>
        form.Fill("Label", $"2025 {Guid.NewGuid():N}").Fill("EffectiveOn.Year", year).Fill("EffectiveOn.Month", month).Fill("EffectiveOn.Day", day);

    private static HtmlForm Claim(HtmlPage page, string statement) =>
        page.Form().Fill("Statement", statement).Fill("Level", "3").Fill("Confidence", "0.8").Fill("Source", "Syllabus, part 2");

    private static HtmlForm Proposal(HtmlPage page, string source, string target) =>
        page.Form().Fill("Source", source).Fill("Operator", "All").Fill("Kind", "Certification").Fill("Target", target).Fill("Scope", "PD-WRL-003");

    private static async Task<HtmlPage> DeskOfAsync(SignedIn officer, string language, string source, string target)
    {
        var list = await officer.GetAsync($"/{language}/Recognition/Equivalences?certification={target}");
        var row = list.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("td")!.TextContent.Trim().StartsWith($"{source} → {target}", StringComparison.Ordinal));
        var page = await officer.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        return await officer.GetAsync(page.Document.QuerySelector("a[href*='EquivalenceDesk']")!.GetAttribute("href")!);
    }

    private Task<Guid> SetOfAsync(string target) => host.InDatabaseAsync(db => db.RequirementSets.Where(s => s.TargetCode == target).Select(s => s.Id).SingleAsync());
}
