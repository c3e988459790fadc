using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

public sealed class CaseQueueTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("さいとう"), InlineData("サイトウ"), InlineData("ｻｲﾄｳ"), InlineData("斎藤"), InlineData("齋藤"), InlineData("SAITO"), InlineData("ｓａｉｔｏ")]
    public async Task A_name_is_found_in_every_script_and_shape(string typed)
    {
        var world = await CaseWorld.OpenAsync(host);
        var wanted = (await world.NamedAsync("齋藤", "サイトウ", "Saito")).Application;
        var other = (await world.NamedAsync("渡辺", "ワタナベ", "Watanabe")).Application;
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/ja/Fellowships/Cases?call={world.Call.Id}&q={Uri.EscapeDataString(typed)}");
        Assert.Contains(wanted.Number, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Number, page.Text, StringComparison.Ordinal);
        Assert.Equal("1件（期限が早い順）", page.TextOf("#results"));
    }

    [Fact]
    public async Task A_number_is_found_however_it_is_typed()
    {
        var world = await CaseWorld.OpenAsync(host);
        var number = (await world.AddAsync(s => s.Submitted())).Application.Number;
        using var officer = await host.People.OfficerAsync(Government.Japan);
        foreach (var typed in new[] { number, number.ToLowerInvariant(), number.Replace("-", " ", StringComparison.Ordinal), number[^6..] })
        {
            Assert.Contains(number, (await officer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}&q={Uri.EscapeDataString(typed)}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_tab_counts_what_its_list_shows()
    {
        var world = await CaseWorld.OpenAsync(host);
        await world.AddAsync(s => s.Submitted());
        await world.AddAsync(s => s.Submitted(), Government.UnitedStates);
        await world.AddAsync(s => s.ScreenedIn());
        await world.AddAsync(s => s.ReturnedForCorrection("about.phone"));
        await world.AddAsync(s => s.ScreenedOut());
        await world.AddAsync(s => s.Withdrawn());
        await world.AddAsync(s => s.Completed());
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}");
        Assert.Equal(["2", "1", "1", "2"], page.TextsOf(".tabs .n"));
        foreach (var (tab, count) in new[] { ("Mine", 2), ("OtherGovernment", 1), ("Candidate", 1), ("Done", 2) })
        {
            var list = await officer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}&tab={tab}");
            Assert.Equal(count, list.TextsOf("tbody tr").Count);
            Assert.StartsWith($"{count} item", list.TextOf("#results"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_case_waits_for_the_other_government_on_the_other_side()
    {
        var world = await CaseWorld.OpenAsync(host);
        await world.AddAsync(s => s.Submitted());
        using var sending = await host.People.OfficerAsync(Government.Japan);
        using var hosting = await host.People.OfficerAsync(Government.UnitedStates);
        Assert.Contains("My agency’s move", (await sending.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("Awaiting Japan", (await hosting.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}&tab=OtherGovernment")).TextOf("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_of_a_signed_list_wait_for_the_other_government()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = await world.ListAsync(AwardListStatus.Proposed);
        using var signer = await host.People.OfficialAsync(Government.Japan);
        Assert.Equal("3", (await signer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}")).TextsOf(".tabs .n")[0]);
        Assert.Empty((await host.SendAsync(signer.Actor, new Portal.Application.Fellowships.Commands.SignAwardList(list.List.Id, list.List.ContentHash))).Errors);
        Assert.Equal(["0", "3", "0", "0"], (await signer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}")).TextsOf(".tabs .n"));
    }

    [Theory]
    [InlineData("ja", "2件（氏名の50音順）", "渡辺", "齋藤")]
    [InlineData("en", "2 items, by family name from A to Z", "Abe", "Zama")]
    public async Task Names_sort_by_reading_in_japanese_and_by_latin_name_in_english(string language, string heading, string first, string second)
    {
        var world = await CaseWorld.OpenAsync(host);
        await world.NamedAsync("齋藤", "ワサイトウ", "Abe");
        await world.NamedAsync("渡辺", "アワタナベ", "Zama");
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/{language}/Fellowships/Cases?call={world.Call.Id}&sort=Name");
        Assert.Equal(heading, page.TextOf("#results"));
        var names = page.TextsOf("tbody th a");
        Assert.Contains(first, names[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(second, names[1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_earliest_deadline_comes_first_and_the_day_filters()
    {
        var world = await CaseWorld.OpenAsync(host);
        var late = (await world.AddAsync(s => s.ReturnedForCorrection("about.phone"))).Application;
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var address = $"/en/Fellowships/Cases?tab=Candidate&call={world.Call.Id}";
        var day = late.DueAt!.Value.AddHours(9).UtcDateTime;
        Assert.Contains(late.Number, (await officer.GetAsync($"{address}&due={day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        var earlier = await officer.GetAsync($"{address}&due={day.AddDays(-1):yyyy-MM-dd}");
        Assert.DoesNotContain(late.Number, earlier.Text, StringComparison.Ordinal);
        Assert.Contains(late.Number, (await earlier.FollowAsync("Due by")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages_of_25()
    {
        var world = await CaseWorld.OpenAsync(host);
        for (var i = 0; i < 26; i++)
        {
            await world.AddAsync(s => s.Submitted());
        }

        using var officer = await host.People.OfficerAsync(Government.Japan);
        var first = await officer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}&sort=Number");
        var second = await officer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}&sort=Number&page=2");
        var beyond = await officer.GetAsync($"/en/Fellowships/Cases?call={world.Call.Id}&sort=Number&page=999999");
        Assert.Equal((25, 1, 1), (first.TextsOf("tbody tr").Count, second.TextsOf("tbody tr").Count, beyond.TextsOf("tbody tr").Count));
        Assert.Empty(first.TextsOf("tbody .num.nowrap").Intersect(second.TextsOf("tbody .num.nowrap")));
    }

    [Theory]
    [InlineData("?tab=Nonsense&sort=7&due=yesterday&call=x&status=99&page=-4"), InlineData("?q=%25_%27%3B--"), InlineData("?q=-")]
    public async Task A_strange_address_shows_the_queue(string query)
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync("/en/Fellowships/Cases" + query);
        Assert.Equal((HttpStatusCode.OK, "Work to do"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Nobody_finds_the_own_application_among_the_cases()
    {
        var world = await CaseWorld.OpenAsync(host);
        using var official = await host.People.OfficialAsync(Government.UnitedStates);
        var story = new ApplicationStory(world.Call, official.Actor with { Permissions = Actors.Candidate().Permissions }, Government.Japan);
        story.Submitted();
        await host.InDatabaseAsync(db => { db.Add(story.Application); return db.SaveChangesAsync(); });
        Assert.DoesNotContain(story.Application.Number, (await official.GetAsync($"/en/Fellowships/Cases?tab=OtherGovernment&call={world.Call.Id}")).TextOf("main > *:last-child"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await official.GetAsync($"/en/Fellowships/Cases/Details/{story.Application.Id}")).Status);
    }
}
