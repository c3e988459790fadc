using System.Net;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What a certification counts for: the best first, what is not decided last and without figures.</summary>
public sealed class FinderPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "米国の資格", "同等", "条件付き同等", "同等でない", "提案", "JP-RISSはCISMの内容の75%を満たします（下限", "両政府が承認：", "条件： 適性試験", "まだ何も決めていません")]
    [InlineData("en", "U.S. certifications", "Full", "Conditional", "Not equivalent", "Proposed", "JP-RISS covers 75% of CISM (lower bound", "Approved by both governments:", "Condition: An aptitude test", "No government has said anything about it")]
    public async Task Decisions_come_first_each_with_direction_scope_lower_bound_approvals_dates_and_conditions(
        string language, string other, string full, string conditional, string refused, string proposed, string coverage, string approved, string condition, string undecided)
    {
        var because = new BilingualText("理由", "Reason");
        await host.OnceAsync("JP-RISS", "CISM", c => c);
        await host.OnceAsync("JP-RISS", "CISA", c => c with { Decision = DecisionType.Full, Departure = because });
        await host.OnceAsync("JP-RISS", "GCIH", c => c with { Decision = DecisionType.Refused, Departure = because });
        using var visitor = host.Visitor();

        var start = await visitor.GetAsync($"/{language}/Recognition/Finder");
        var form = start.Document.QuerySelector("form[role=search][action*=Finder]")!;
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal(["cert", "to"], form.QuerySelectorAll("select").Select(f => f.GetAttribute("name")));
        Assert.NotNull(form.QuerySelector("option[value='JP-RISS']"));
        var page = await visitor.GetAsync($"/{language}/Recognition/Finder?cert=JP-RISS&to=certifications");

        Assert.Contains(other, page.TextOf("#results"), StringComparison.Ordinal);
        var words = page.TextsOf(".eq li p strong");
        Assert.Equal([full, conditional, refused], words.Take(3));
        Assert.All(words.Skip(3), w => Assert.Equal(proposed, w));
        var card = page.TextsOf(".eq li")[1];
        Assert.All([coverage, "OG-WRL-014", approved, condition], s => Assert.Contains(s, card, StringComparison.Ordinal));
        Assert.Matches(language == "ja" ? "日本 2026年.*米国 2026年.*有効期間：.*日本時間（JST）から.*まで" : @"Japan on .* United States on .*Valid from .*\(JST\) until .*\(JST\)", card);
        Assert.Contains(undecided, page.TextsOf(".eq li")[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.TextsOf(".eq li")[^1], StringComparison.Ordinal);
        Assert.Equal("JP-RISS", page.Form("form[role=search][action*=Finder]").Value("cert"));
    }

    [Theory]
    [InlineData("ja", "停止した政府：米国（"), InlineData("en", "Suspended by: United States, until")]
    public async Task A_suspended_decision_says_who_stopped_it_and_until_when(string language, string sentence)
    {
        var pair = await host.PublishAsync("JP-NW", language == "ja" ? "CCNA" : "CISSP");
        await host.SuspendAsync(pair, Government.UnitedStates);
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Finder?cert=JP-NW");
        Assert.Contains(page.TextsOf(".eq li"), c => c.Contains(sentence, StringComparison.Ordinal) && c.Contains("75%", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "この資格について公表されたものはありません", "CCNAの組み合わせは、まだ提案されていません。何も決まっていません。")]
    [InlineData("en", "Nothing is published for this certification", "No pair with CCNA has been proposed, and nothing is decided about it.")]
    public async Task A_certification_without_pairs_gets_an_honest_answer(string language, string heading, string sentence)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Finder?cert=CCNA&to=roles");
        Assert.Equal(heading, page.TextOf(".empty h2"));
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".eq"));
    }

    [Theory, InlineData("/ja/Recognition/Finder?cert=NOSUCH"), InlineData("/en/Recognition/Finder?cert=%3Cscript%3E")]
    public async Task An_unknown_certification_is_not_found(string path)
    {
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_page_outside_the_list_is_the_nearest_one()
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/en/Recognition/Finder?cert=JP-RISS&page=-3");
        Assert.Equal(page.TextsOf(".eq h3"), (await visitor.GetAsync("/en/Recognition/Finder?cert=JP-RISS&page=99")).TextsOf(".eq h3"));
        Assert.NotEmpty(page.TextsOf(".eq h3"));
    }

    [Theory]
    [InlineData("ja", "JP-AP, JP-SCのすべて → GCIH"), InlineData("en", "all of JP-AP, JP-SC → GCIH")]
    public async Task A_pair_that_asks_for_more_says_what_else_must_be_held(string language, string direction)
    {
        if (await host.InDatabaseAsync(db => Task.FromResult(!db.Equivalences.Any(e => e.SourceKey.StartsWith('(')))))
        {
            await host.ProposeAsync(EquivalenceSource.All("JP-AP", "JP-SC"), new Target(TargetKind.Certification, "GCIH"));
        }

        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Finder?cert=JP-AP");
        Assert.Contains(page.TextsOf(".eq li"), c => c.Contains(direction, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nothing_of_what_is_asked_is_kept()
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new(HttpMethod.Get, "/ja/Recognition/Finder?cert=JP-RISS"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.False(await host.InDatabaseAsync(db => Task.FromResult(db.AuditEntries.Any(e => e.Operation != null && e.Operation.Contains("Find")))));
    }
}
