using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Pairs on their way through the blind review, with the people who take part.</summary>
internal static class ReviewPages
{
    public static readonly IReadOnlyList<RequirementRow> ThreeRows = [new("T0084", 2, 3, true), new("K1082", 1, 3, false), new("S0432", 1, 3, false)];

    public static string PathOf(string language, Guid id) => $"/{language}/Recognition/EquivalenceReview/Index/{id}";

    public static Task<long> TokenAsync(this PortalHost host, Guid id) => host.InDatabaseAsync(db => db.EquivalenceVersions.Where(v => v.Id == id).Select(v => v.Version).SingleAsync());

    public static async Task<IReadOnlyList<SignedIn>> ReviewersAsync(this People people)
    {
        var reviewers = new List<SignedIn>();
        foreach (var government in new[] { Government.Japan, Government.Japan, Government.UnitedStates, Government.UnitedStates })
        {
            reviewers.Add(await people.StaffAsync(Role.RecognitionReviewer, government));
        }

        return reviewers;
    }

    /// <summary>A shipped pair with evidence for two of three statements, a requirement set and its figures.</summary>
    /// <param name="author">Who records the evidence; null: the officer who computes.</param>
    public static async Task<Guid> ComputedAsync(this PortalHost host, Actor officer, string source, string target, Actor? author = null, IReadOnlyList<RequirementRow>? rows = null)
    {
        var framework = await host.InDatabaseAsync(db => db.Frameworks.Select(f => f.Id).FirstAsync());
        var version = await host.SendAsync(officer, new DescribeCertificationVersion(source, new CertificationVersionText($"for {target}", new DateOnly(2025, 4, 1), null, BilingualText.Empty)));
        foreach (var statement in new[] { "T0084", "K1082" })
        {
            Assert.Empty((await host.SendAsync(author ?? officer, new RecordClaim(version.Value, framework, statement, new ClaimText(3, AssessmentStrength.ProctoredWritten, 0.8m, null)))).Errors);
        }

        var last = await host.InDatabaseAsync(db => db.RequirementSets.Where(s => s.TargetCode == target).MaxAsync(s => (int?)s.Number)) ?? 0;
        var set = await host.SendAsync(officer, new DefineRequirements(framework, new Target(TargetKind.Certification, target), last, [.. rows ?? ThreeRows]));
        var id = await host.InDatabaseAsync(db => db.EquivalenceVersions
            .Where(v => db.Equivalences.Any(e => e.Id == v.EquivalenceId && e.SourceKey == source && e.TargetCode == target)).Select(v => v.Id).SingleAsync());
        Assert.Empty((await host.SendAsync(officer, new ComputeFigures(id, set.Value, ["OG-WRL-014"]))).Errors);
        return id;
    }

    public static async Task OpenReviewAsync(this PortalHost host, Actor officer, Guid id) =>
        Assert.Empty((await host.SendAsync(officer, new OpenReview(id, await host.TokenAsync(id)))).Errors);

    /// <summary>Rated by four people who see it differently, and closed: each of the three statements is to be settled.</summary>
    public static async Task CloseReviewAsync(this PortalHost host, Actor officer, Guid id)
    {
        await host.OpenReviewAsync(officer, id);
        foreach (var (reviewer, score) in (await host.People.ReviewersAsync()).Zip([4, 4, 1, 2]))
        {
            using var seat = reviewer;
            await RateAsync(seat, PathOf("en", id), score);
        }

        Assert.Empty((await host.SendAsync(officer, new CloseReview(id))).Errors);
    }

    public static async Task<HtmlPage> DeclareAsync(SignedIn reviewer, string path) =>
        await (await reviewer.GetAsync(path)).Form("form[action*='/Declare/']").Fill("HasConflict", "false").SubmitAsync();

    public static async Task RateAsync(SignedIn reviewer, string path, int score)
    {
        var form = Scores(await DeclareAsync(reviewer, path));
        foreach (var row in ThreeRows)
        {
            form.Fill($"Score[{row.Statement}]", $"{score}");
        }

        Assert.Empty((await Scores(await form.SubmitAsync()).SubmitAsync("do", "handIn")).Errors);
    }

    public static HtmlForm Scores(HtmlPage page) => page.Form("form[action*='/Rate/']");

    public static HtmlForm Settle(HtmlPage page, string statement) =>
        page.Form("form[action*='/Adjudicate/']").Fill("Statement", statement).Fill("Confidence", "0.6").Fill("Reason", "Checked in the syllabus.");

    /// <summary>What a hostile client sends from a page that offers no such form: any form's tokens, another address.</summary>
    public static Task<HtmlPage> ForgeAsync(this SignedIn person, HtmlPage page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.Form("form[method=post]");
        foreach (var (name, value) in fields)
        {
            form.With(name, value);
        }

        var request = form.Request();
        request.RequestUri = new Uri(page.Address, page.Path.Replace("/Index/", $"/{action}/", StringComparison.Ordinal));
        return person.Client.OpenAsync(request);
    }
}
