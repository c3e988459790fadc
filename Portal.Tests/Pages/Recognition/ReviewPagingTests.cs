using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A reviewer with more statements than one page holds: whatever leaves the page saves it first, without any script.</summary>
public sealed class ReviewPagingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int Rows = EquivalenceInReview.PageSize + 3;

    [Fact]
    public async Task Leaving_the_page_by_its_number_by_next_or_into_the_other_language_saves_it()
    {
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.UnitedStates);
        var (id, statements) = await OpenAsync("JP-NW", "CCNA");
        var page = await ReviewPages.DeclareAsync(reviewer, ReviewPages.PathOf("en", id));
        Assert.Empty(page.Document.QuerySelectorAll("nav.pages a"));

        var second = await ReviewPages.Scores(page).Fill($"Score[{statements[0]}]", "3").SubmitAsync("GoTo", "2");
        Assert.Equal("2", second.TextOf("nav.pages [aria-current]"));
        Assert.Contains("Moving to another page saves these ratings.", second.Text, StringComparison.Ordinal);
        var first = await ReviewPages.Scores(second).Fill($"Score[{statements[^1]}]", "1").SubmitAsync("GoTo", "1");
        Assert.Equal("3", ReviewPages.Scores(first).Value($"Score[{statements[0]}]"));

        var japanese = await ReviewPages.Scores(first).Fill($"Score[{statements[1]}]", "4").SubmitAsync("switchTo", "ja");
        Assert.Equal(("ja", "4"), (japanese.Lang, ReviewPages.Scores(japanese).Value($"Score[{statements[1]}]")));
        Assert.Equal([1, 3, 4], (await RatingsAsync(id)).Select(r => r.Score).Order());
    }

    [Fact]
    public async Task A_page_that_is_refused_stays_with_what_was_chosen()
    {
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        var (id, statements) = await OpenAsync("JP-AU", "CISA");
        var page = await ReviewPages.DeclareAsync(reviewer, ReviewPages.PathOf("en", id));
        var refused = await ReviewPages.Scores(page).Fill($"Score[{statements[0]}]", "2").With("Score[T9999]", "1").SubmitAsync("GoTo", "2");
        Assert.Equal(["T9999 is not among the statements to rate. Load the page again."], refused.Errors);
        Assert.Equal(("1", "2"), (refused.TextOf("nav.pages [aria-current]"), ReviewPages.Scores(refused).Value($"Score[{statements[0]}]")));
        Assert.Empty(await RatingsAsync(id));
    }

    [Fact]
    public async Task Handing_in_takes_a_last_change_of_the_page_with_it()
    {
        using var reviewer = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        var (id, statements) = await OpenAsync("JP-SC", "GCIH");
        var page = await ReviewPages.DeclareAsync(reviewer, ReviewPages.PathOf("en", id));
        var rated = await FilledAsync(await FilledAsync(page, statements.Take(EquivalenceInReview.PageSize)), statements.Skip(EquivalenceInReview.PageSize));

        var done = await ReviewPages.Scores(rated).Fill($"Score[{statements[^1]}]", "0").SubmitAsync("do", "handIn");

        Assert.Empty(done.Errors);
        Assert.Empty(done.Document.QuerySelectorAll("input[type=radio]"));
        var ratings = await RatingsAsync(id);
        Assert.Equal((Rows, 0), (ratings.Count, ratings.Single(r => r.Statement == statements[^1]).Score));
    }

    private static async Task<HtmlPage> FilledAsync(HtmlPage page, IEnumerable<string> statements)
    {
        var form = ReviewPages.Scores(page);
        foreach (var statement in statements)
        {
            form.Fill($"Score[{statement}]", "4");
        }

        return await form.SubmitAsync();
    }

    /// <summary>In review, with its statements in the order of the page.</summary>
    private async Task<(Guid Id, IReadOnlyList<string> Statements)> OpenAsync(string source, string target)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var codes = await host.InDatabaseAsync(db => db.Frameworks.OrderBy(f => f.Id).Take(1).SelectMany(f => f.Elements)
            .Where(e => e.Kind == FrameworkElementKind.Task && e.RetiredIn == null).OrderBy(e => e.Code).Select(e => e.Code).Take(Rows).ToListAsync());
        var id = await host.ComputedAsync(proposer.Actor, source, target, null, codes.ConvertAll(c => new RequirementRow(c, 1, 3, false)));
        await host.OpenReviewAsync(proposer.Actor, id);
        return (id, [.. (await host.InDatabaseAsync(db => db.EquivalenceVersions.SingleAsync(v => v.Id == id))).Report!.Rows.Select(r => r.Statement)]);
    }

    private Task<List<Rating>> RatingsAsync(Guid id) => host.InDatabaseAsync(db => db.EquivalenceVersions.Where(v => v.Id == id).SelectMany(v => v.Ratings).ToListAsync());
}
