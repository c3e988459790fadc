using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

/// <summary>What anyone reads about calls.</summary>
public sealed class CallPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private DateTimeOffset Now => host.Clock.GetUtcNow();

    [Theory]
    [InlineData("ja", "日米サイバーフェローシップ", "2026年9月30日（水）12:00 日本時間（JST）", "2026年9月29日（火）23:00 米国東部時間（EDT）", "あと29日", "300,000円", "2,500.00米ドル")]
    [InlineData("en", "U.S.–Japan Cyber Fellowship", "Wednesday, September 30, 2026, 12:00 p.m. Japan time (JST)", "Tuesday, September 29, 2026, 11:00 p.m. U.S. Eastern time (EDT)", "29 days left", "¥300,000 (JPY)", "$2,500.00 (USD)")]
    public async Task A_visitor_reads_an_open_call_with_its_deadline_in_both_zones(string language, params string[] expected)
    {
        var call = await host.OpenCallAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Fellowships/Calls/Details/{call.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(language, page.Lang);
        Assert.All(expected, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
    }

    [Theory, InlineData("ja", "この募集に申請する"), InlineData("en", "Apply for this fellowship")]
    public async Task Apply_leads_to_the_start_of_an_application(string language, string button)
    {
        var call = await host.OpenCallAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Fellowships/Calls/Details/{call.Id}");
        Assert.Contains(page.TextsOf("aside a.btn"), text => text == button);
        Assert.Equal($"/{language}/Fellowships/Applications/Start/{call.Id}", page.Document.QuerySelector("aside a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Open_upcoming_and_closed_calls_stand_apart()
    {
        var open = await host.OpenCallAsync();
        var upcoming = await host.AddAsync(TestData.ApprovedCall(TestData.CallContent(Now.AddDays(10)), CallsInHost.NewCode()));
        var closed = await host.AddAsync(TestData.ApprovedCall(TestData.CallContent(Now.AddDays(-40)), CallsInHost.NewCode()));
        var longClosed = await host.AddAsync(TestData.ApprovedCall(TestData.CallContent(Now.AddDays(-200)), CallsInHost.NewCode()));
        using var visitor = host.Visitor();
        var text = (await visitor.GetAsync("/en/Fellowships/Calls")).Text;
        int At(string words) => text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(At("Open now") < At(open.Code) && At(open.Code) < At("Opening soon"));
        Assert.True(At("Opening soon") < At(upcoming.Code) && At(upcoming.Code) < At("Recently closed"));
        Assert.True(At("Recently closed") < At(closed.Code));
        Assert.Equal(-1, At(longClosed.Code));
    }

    [Fact]
    public async Task A_call_before_its_opening_says_when_it_opens_and_offers_no_apply()
    {
        var call = await host.AddAsync(TestData.ApprovedCall(TestData.CallContent(Now.AddDays(10)), CallsInHost.NewCode()));
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/en/Fellowships/Calls/Details/{call.Id}");
        Assert.Contains("This call opens on", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("aside a.btn"));
    }

    [Theory, InlineData(-1, true), InlineData(0, false), InlineData(1, false)]
    public async Task A_call_takes_applications_until_the_second_before_it_closes(int seconds, bool takes)
    {
        var opens = Now.AddDays(-30).AddSeconds(-seconds);
        var call = await host.AddAsync(TestData.ApprovedCall(TestData.CallContent(opens), CallsInHost.NewCode()));
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/en/Fellowships/Calls/Details/{call.Id}");
        Assert.Equal(takes, page.Document.QuerySelector("aside a.btn") is not null);
        Assert.Equal(!takes, page.Text.Contains("Candidates hear from us by", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_not_public_does_not_exist_for_visitors_and_candidates()
    {
        var draft = await host.AddAsync(TestData.DraftCall(code: CallsInHost.NewCode()));
        var inCheck = await host.AddAsync(TestData.CallInCheck(code: CallsInHost.NewCode()));
        using var visitor = host.Visitor();
        using var candidate = await host.People.CandidateAsync();
        foreach (var id in new[] { draft.Id, inCheck.Id, Guid.NewGuid() })
        {
            foreach (var page in new[] { "Details", "Deadline", "BlankForm" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/ja/Fellowships/Calls/{page}/{id}")).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await candidate.GetAsync($"/en/Fellowships/Calls/{page}/{id}")).Status);
            }
        }
    }

    [Fact]
    public async Task An_officer_sees_the_public_page_of_a_draft_as_a_preview()
    {
        var call = await host.AddAsync(TestData.DraftCall(code: CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.UnitedStates);
        var page = await officer.GetAsync($"/en/Fellowships/Calls/Details/{call.Id}");
        Assert.Contains("Preview: this call is not public", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(call.Code, (await officer.GetAsync("/en/Fellowships/Calls")).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("ja", "締切"), InlineData("en", "closes")]
    public async Task The_calendar_file_carries_its_zone_and_speaks_the_language_of_the_page(string language, string words)
    {
        var call = await host.OpenCallAsync();
        using var visitor = host.Visitor();
        var file = await visitor.GetAsync($"/{language}/Fellowships/Calls/Deadline/{call.Id}");
        Assert.StartsWith("text/calendar", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains($"attachment; filename={call.Code}.ics", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE", file.Html, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20260930T120000", file.Html, StringComparison.Ordinal);
        Assert.Contains($"SUMMARY;LANGUAGE={language}:{call.Code} {words}", file.Html, StringComparison.Ordinal);
    }

    [Theory, InlineData("ja"), InlineData("en")]
    public async Task The_blank_form_shows_every_part_and_the_calls_own_questions(string language)
    {
        var call = await host.OpenCallAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Fellowships/Calls/BlankForm/{call.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(call.Content.AskedSections.Count, page.Document.QuerySelectorAll("section.blank").Length);
        Assert.Contains(language == "ja" ? "旅券がありますか" : "Do you hold a passport?", page.Text, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "ワシントン" : "Washington", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "日本と米国のサイバーセキュリティ人材が")]
    [InlineData("en", "cybersecurity professionals of both countries")]
    public async Task Home_says_what_the_portal_is_for_and_until_when(string language, string purpose)
    {
        var later = await host.OpenCallAsync();
        var sooner = await host.OpenCallAsync(c => c with { ClosesAt = new Deadline(Now.AddDays(3), PortalZones.Japan) });
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}");
        Assert.Contains(purpose, page.Text, StringComparison.Ordinal);
        var links = page.Document.QuerySelectorAll("article h3 a").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToList();
        Assert.True(links.IndexOf(sooner.Id.ToString()) < links.IndexOf(later.Id.ToString()));
        Assert.Contains(sooner.Id.ToString(), links);
    }

    [Theory]
    [InlineData("accessibility", "アクセシビリティ方針", "Accessibility")]
    [InlineData("privacy", "プライバシー", "Privacy")]
    [InlineData("help", "ヘルプ・お問い合わせ", "Help and contact")]
    public async Task The_pages_of_the_footer_exist_in_both_languages(string path, string ja, string en)
    {
        using var visitor = host.Visitor();
        Assert.Equal(ja, (await visitor.GetAsync($"/ja/{path}")).Heading);
        Assert.Equal(en, (await visitor.GetAsync($"/en/{path}")).Heading);
    }

    [Fact]
    public async Task The_language_of_a_text_that_only_one_side_wrote_is_marked_for_the_desk()
    {
        var call = await host.AddAsync(TestData.DraftCall(TestData.CallContent(change: c => c with { Title = new("日本語だけ", "") }), CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/en/Fellowships/Calls/Details/{call.Id}");
        Assert.Equal("ja", page.Document.QuerySelector("h1 span[lang]")!.GetAttribute("lang"));
        Assert.Contains("Japanese only", page.Heading, StringComparison.Ordinal);
    }
}
