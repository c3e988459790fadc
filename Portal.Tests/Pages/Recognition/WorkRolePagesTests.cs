using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What anyone reads about work roles and the versions of the framework.</summary>
public sealed class WorkRolePagesTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private bool _isLoaded;

    public async ValueTask InitializeAsync()
    {
        _isLoaded = await host.InDatabaseAsync(db => Task.FromResult(db.Frameworks.Count() > 1));
        if (!_isLoaded)
        {
            await host.LoadLaterNiceAsync();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, InlineData("ja"), InlineData("en")]
    public async Task Work_roles_stand_by_category_in_the_newest_version_and_the_older_one_is_a_link_away(string language)
    {
        using var visitor = host.Visitor();
        var newest = await visitor.GetAsync($"/{language}/Recognition/WorkRoles");
        Assert.Equal(5, newest.Document.QuerySelectorAll("main section h2").Length);
        Assert.Equal(40, newest.Document.QuerySelectorAll(".roles li").Length);
        Assert.Contains("Systems Security Manager", newest.Text, StringComparison.Ordinal);
        var older = await visitor.GetAsync($"/{language}/Recognition/WorkRoles?framework={RecognitionPages.Nice21}");
        Assert.Equal(41, older.Document.QuerySelectorAll(".roles li").Length);
        Assert.All(older.Document.QuerySelectorAll(".roles a"), a => Assert.Contains(RecognitionPages.Nice21, a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "タスク（", "知識（", "スキル（", "OPMコード")]
    [InlineData("en", "Tasks: ", "Knowledge: ", "Skills: ", "OPM codes")]
    public async Task A_work_role_shows_its_statements_its_links_and_its_placements(string language, params string[] expected)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/WorkRoles/Details/DD-WRL-004");
        Assert.All(expected, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.Equal(3, page.Document.QuerySelectorAll("details.fold").Length);
        Assert.All(["631", "632"], code => Assert.Contains(code, page.TextOf(".summary"), StringComparison.Ordinal));
        Assert.Contains("GISF", page.TextsOf("tbody th a"));
        Assert.All(page.Document.QuerySelectorAll(".statements li"), x => Assert.True(language == "en" || x.QuerySelector("[lang=en]") is not null));
    }

    [Theory]
    [InlineData("ja", "最新の版にこの職務ロールはありません")]
    [InlineData("en", "The newest version does not have this work role")]
    public async Task A_role_that_the_newest_version_dropped_keeps_its_page(string language, string notice)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/WorkRoles/Details/IN-WRL-002");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(notice, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_reads_as_the_version_in_the_address_says_it()
    {
        using var visitor = host.Visitor();
        Assert.StartsWith("Systems Security Manager", (await visitor.GetAsync("/en/Recognition/WorkRoles/Details/OG-WRL-014")).Heading, StringComparison.Ordinal);
        Assert.StartsWith("Systems Security Management", (await visitor.GetAsync($"/en/Recognition/WorkRoles/Details/OG-WRL-014?framework={RecognitionPages.Nice21}")).Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "追加", "2.1.0と2.2.0")]
    [InlineData("en", "Added", "2.1.0 and 2.2.0")]
    public async Task Two_versions_are_compared_by_kind_of_change_a_page_at_a_time(string language, string added, string link)
    {
        using var visitor = host.Visitor();
        var list = await visitor.GetAsync($"/{language}/Recognition/Frameworks");
        Assert.Equal(["2.2.0", "2.1.0"], list.TextsOf("tbody th a"));
        var page = await list.FollowAsync(link);
        Assert.Contains($"{added} 60", page.TextsOf(".tabs a"));
        Assert.Equal(50, page.TextsOf("tbody tr").Count);
        Assert.Equal(10, (await visitor.GetAsync(page.Address.PathAndQuery + "&page=2")).TextsOf("tbody tr").Count);
        var reworded = Assert.Single((await visitor.GetAsync(page.Address.PathAndQuery + "&change=Reworded")).TextsOf("tbody tr"));
        Assert.Contains("Systems Security Management", reworded, StringComparison.Ordinal);
        Assert.Contains("Systems Security Manager:", reworded, StringComparison.Ordinal);
        Assert.Single((await visitor.GetAsync(page.Address.PathAndQuery + "&change=Removed")).TextsOf("tbody tr"));
    }
}
