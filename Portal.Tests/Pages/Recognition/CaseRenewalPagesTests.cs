using Portal.Application.Recognition.Domain;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A holder brings a renewed certificate into a running case, and the desk checks it again.</summary>
public sealed class CaseRenewalPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "証明書が更新されました", "更新した証明書を反映", "未確認")]
    [InlineData("en", "JP-SC", "CySA+", "The certificate was renewed", "Renewed certificate brought in", "Not checked")]
    public async Task The_new_paper_takes_the_place_of_the_old_one_and_is_checked_again(string language, string source, string target, string heading, string told, string missing)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.VerifyingAsync();
        var before = Assert.Single((await story.StoredAsync()).Certifications);
        Assert.Empty((await story.Holder.GetAsync(story.Mine)).Document.QuerySelectorAll("form[action*='/Renew/']"));
        var renewed = await story.HoldAsync(story.Holder, source, new(2032, 3, 31));

        var shown = await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Renew/']").SubmitAsync();
        Assert.Empty(shown.Errors);
        Assert.Contains(told, shown.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Empty(shown.Document.QuerySelectorAll("form[action*='/Renew/']"));
        var stored = await story.StoredAsync();
        var after = Assert.Single(stored.Certifications);
        Assert.Equal((Status.InAssessment, renewed, new DateOnly(2032, 3, 31)), (stored.Status, after.HeldId, after.ExpiresOn!.Value));
        Assert.NotEqual(before.HeldId, after.HeldId);

        var desk = await story.Officer.GetAsync(story.Desk);
        Assert.Contains(heading, desk.TextsOf(".notice h2"));
        Assert.Equal(3, desk.TextsOf("dd .tag").Count(t => t == missing));
        Assert.Contains(desk.TextsOf(".timeline > li"), l => l.Contains(language == "ja" ? "更新した証明書を反映した" : "Brought in a renewed certificate", StringComparison.Ordinal));
        Assert.Single(desk.Document.QuerySelectorAll("main a[href*='/Requests/Evidence/']"));
        Assert.Contains(await host.MailAsync(), m => m.Subject == $"Your renewed certificate was received: {stored.Number}");
        foreach (var section in new[] { CaseSection.Certificate, CaseSection.Currency })
        {
            await story.CheckAsync(section);
        }

        await story.DoneAsync(story.Officer, "Verify", ("Authority", "IPA"), ("Channel", "OnlineRegister"));
        await story.DoneAsync(story.SourceOfficer, "AnswerVerification", ("IsConfirmed", "true"), ("Note", "On the register."));
        await story.GrantAsync();
        Assert.Equal(Status.Granted, await story.StatusAsync());
        Assert.Empty((await story.Holder.GetAsync(story.Mine)).Document.QuerySelectorAll("form[action*='/Renew/'], main a[href$='/Held/Add']"));
    }

    [Fact]
    public async Task A_paper_that_ends_earlier_is_not_offered()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-FE", "A+");
        await story.HoldAsync(story.Holder, "JP-FE", new(2028, 3, 31));
        var mine = await story.Holder.GetAsync(story.Mine);
        Assert.Empty(mine.Document.QuerySelectorAll("form[action*='/Renew/']"));
        Assert.Single(mine.Document.QuerySelectorAll("main a[href$='/Held/Add']"));
    }
}
