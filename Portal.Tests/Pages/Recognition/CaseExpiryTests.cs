using System.Net;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>The instant at which a decision or a certification ends. Each test has a host of its own, for it moves the clock.</summary>
public sealed class CaseExpiryTests(PortalTemplate template) : IAsyncLifetime
{
    // In Japan, 31 October 2026 ends at 15:00 UTC.
    private static readonly DateTimeOffset s_over = new(2026, 10, 31, 15, 0, 0, TimeSpan.Zero);

    private readonly PortalHost _host = new(template);

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("ja", "JP-SG", "CC", "この申請のもとになる決定は、有効期間が終わりました", "もとになる決定の終了による申請の終了")]
    [InlineData("en", "JP-SG", "Security+", "The decision under this request has expired", "Closed: the decision under it has ended")]
    public async Task From_the_instant_at_which_the_decision_ends_the_request_can_be_closed(string language, string source, string target, string heading, string outcome)
    {
        using var story = await new CasePages(_host, language).SentAsync(source, target, c => CasePages.Full(c) with { ValidUntil = new Deadline(s_over, PortalZones.Japan) });
        await story.DecidingAsync();
        _host.Clock.SetUtcNow(s_over.AddSeconds(-1));
        Assert.Empty((await OpenAsync(story.Officer, story.Desk)).Document.QuerySelectorAll("form[action*='/Close/']"));
        _host.Clock.SetUtcNow(s_over);
        Assert.Contains(heading, (await OpenAsync(story.Officer, story.Desk)).TextsOf("h2"));
        Assert.Contains(heading, (await OpenAsync(story.Holder, story.Mine)).TextsOf("h2"));
        await story.DoneAsync(story.Officer, "Close");
        Assert.Contains(outcome, (await story.Holder.GetAsync(story.Mine)).TextsOf("h2"));
        Assert.Equal(Status.Closed, await story.StatusAsync());
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "JP-SCの有効期限は2026年10月31日（土）でした。期限切れの資格は承認できません。本人は、更新した後であらためて申請できます。", "資格が有効期間内にない")]
    [InlineData("en", "JP-SC", "CySA+", "The last day of JP-SC was Saturday, October 31, 2026. A certification that has expired is not recognised. The holder may renew it and apply again.", "The certification is not in date")]
    public async Task A_certification_that_expired_since_the_request_was_sent_is_not_recognised(string language, string source, string target, string refusal, string ground)
    {
        using var story = await new CasePages(_host, language) { Expires = new(2026, 10, 31) }.SentAsync(source, target);
        await story.DecidingAsync();
        _host.Clock.SetUtcNow(s_over.AddSeconds(-1));
        var form = (await OpenAsync(story.Officer, story.Desk)).Form("form[action*='/Grant/']").Fill("TextJa", "要件を満たしています。").Fill("TextEn", "The requirements are met.");
        _host.Clock.SetUtcNow(s_over);
        var refused = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([refusal], refused.Errors);
        Assert.Equal(Status.Deciding, await story.StatusAsync());

        var desk = await OpenAsync(story.Officer, story.Desk);
        Assert.Empty(desk.Document.QuerySelectorAll("form[action*='/Grant/']"));
        Assert.Contains(ground, desk.TextOf("section[aria-labelledby=decline]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_valid_no_longer_than_the_certification_and_says_so_to_the_instant()
    {
        using var story = await new CasePages(_host, "en") { Expires = new(2026, 10, 31) }.SentAsync("JP-RISS", "CISSP");
        await story.DecidingAsync();
        _host.Clock.SetUtcNow(s_over.AddSeconds(-1));
        await story.GrantAsync();
        var statement = await story.StatementAsync();
        Assert.Equal(new Deadline(s_over, PortalZones.Japan), statement.Says.ValidUntil);
        Assert.Equal(("有効", "Valid"), (await CheckAsync("ja", statement.Number), await CheckAsync("en", statement.Number)));
        _host.Clock.SetUtcNow(s_over);
        Assert.Equal(("期限切れ", "Expired"), (await CheckAsync("ja", statement.Number), await CheckAsync("en", statement.Number)));
    }

    private async Task<string> CheckAsync(string language, string number)
    {
        using var visitor = _host.Visitor();
        return (await visitor.GetAsync($"/{language}/Recognition/Check/{number}")).TextOf(".bar .tag")!;
    }

    private async Task<HtmlPage> OpenAsync(SignedIn person, string path)
    {
        await _host.People.AgainAsync(person);
        return await person.GetAsync(path);
    }
}
