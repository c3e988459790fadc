using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>From the certificate on the list to the decision, as the holder and the desks of both governments live it.</summary>
public sealed class RecognitionCasePagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-RISS", "CISSP", "決定の期日", "承認されました。資格承認書は下にあります。")]
    [InlineData("en", "JP-RISS", "CISM", "Decision due", "Recognition stands. The statement is below.")]
    public async Task The_whole_way_to_a_statement(string language, string source, string target, string due, string stands)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.CompleteAsync();
        Assert.Contains(due, (await story.Holder.GetAsync(story.Mine)).Text, StringComparison.Ordinal);
        // Complete on 31 August in Washington; 31 December is four months later and a working day.
        Assert.Equal(ClosingTime.On(new(2026, 12, 31), PortalZones.UnitedStates), (await story.StoredAsync()).DecisionBy);

        foreach (var section in new[] { CaseSection.Identity, CaseSection.Certificate, CaseSection.Currency })
        {
            await story.CheckAsync(section);
        }

        await story.DoneAsync(story.Officer, "Verify", ("Authority", "IPA"), ("Channel", "OnlineRegister"));
        Assert.Equal(Status.Verification, await story.StatusAsync());
        await story.DoneAsync(story.SourceOfficer, "AnswerVerification", ("IsConfirmed", "true"), ("Note", "On the register."));
        await story.GrantAsync();

        var mine = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(stands, mine.Text, StringComparison.Ordinal);
        Assert.Contains((await story.StatementAsync()).Number, mine.Text, StringComparison.Ordinal);
        Assert.Equal(5, mine.TextsOf(".timeline li").Count);
        var mails = await host.MailAsync();
        Assert.DoesNotContain(mails, m => m.Subject.Contains("Hanako", StringComparison.Ordinal));
        // Mail follows the language of the account.
        var subject = $"Your certification is recognised: {(await story.StoredAsync()).Number}";
        Assert.Contains(mails, m => m.Subject == subject);
        var held = await host.InDatabaseAsync(db => db.HeldCertifications.SingleAsync(h => h.HolderId == story.Holder.Id));
        Assert.NotNull(held.VerifiedAt);
    }

    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "補完措置を1つ選んでください")]
    [InlineData("en", "JP-NW", "CCNP Security", "Choose one measure")]
    public async Task Where_it_is_conditional_the_holder_chooses_and_the_desk_records_the_fulfilment(string language, string source, string target, string sentence)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target, CasePages.WithChoice);
        await story.DecidingAsync();
        await story.GrantAsync();
        Assert.Equal((Status.AwaitingMeasure, CaseMove.Holder), ((await story.StoredAsync()).Status, (await story.StoredAsync()).Mover));
        Assert.Empty((await story.Officer.GetAsync(story.Desk)).Document.QuerySelectorAll("form[action*='/Fulfil/']"));

        var empty = await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (empty.Status, Assert.Single(empty.Errors)));
        var chosen = await empty.Form("form[action*='/Choose/']").Fill("Numbers[0]", "2").SubmitAsync();
        Assert.Empty(chosen.Errors);
        Assert.Empty(await host.InDatabaseAsync(db => db.RecognitionStatements.Where(s => s.CaseId == story.Id).ToListAsync()));

        await story.DoneAsync(story.Officer, "Fulfil", ("Number", "2"), ("Note", "Twelve months at the agency."));
        Assert.Equal(Status.Granted, await story.StatusAsync());
        Assert.Equal("A supervised period", Assert.Single((await story.StatementAsync()).Says.Measures).En);
    }

    [Theory]
    [InlineData("ja", "JP-FE", "A+", "第二審査は別の審査員が行います")]
    [InlineData("en", "JP-FE", "Network+", "another reviewer gives the second opinion")]
    public async Task An_adverse_answer_is_looked_at_by_another_person_before_it_is_decided(string language, string source, string target, string another)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.CompleteAsync();
        await story.DoneAsync(story.Officer, "Ask", ("Question", "?"));
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Answer/']").Fill("Answer", "Yes.").SubmitAsync();
        await story.DoneAsync(story.Reviewer, "Ask", ("Question", "Really?"));
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Answer/']").Fill("Answer", "Yes.").SubmitAsync();
        foreach (var section in new[] { CaseSection.Identity, CaseSection.Certificate, CaseSection.Currency })
        {
            await story.CheckAsync(section);
        }

        await story.DoneAsync(story.Officer, "Verify", ("Authority", "IPA"), ("Channel", "Letter"));
        await story.DoneAsync(story.SourceOfficer, "AnswerVerification", ("IsConfirmed", "false"), ("Note", "Suspended."));
        var involved = await OpenAsync(story.Reviewer, story);
        Assert.Contains(another, involved.Text, StringComparison.Ordinal);
        Assert.Empty(involved.Document.QuerySelectorAll("form[action*='/Opinion/']"));
        var second = await story.StaffAsync(Role.RecognitionCaseReviewer, Government.UnitedStates);
        await story.DoneAsync(second, "Opinion", ("StandsAgainst", "true"), ("Failure", "StandingSuspended"), ("Reason", "The register says so."));
        var desk = await OpenAsync(story.Officer, story);
        Assert.Empty(desk.Document.QuerySelectorAll("form[action*='/Grant/']"));
        Assert.Single(desk.Document.QuerySelectorAll("form[action*='/Decline/']"));
        Assert.Equal(HeldState.Suspended, (await host.InDatabaseAsync(db => db.HeldCertifications.SingleAsync(h => h.HolderId == story.Holder.Id))).StateOn(new(2026, 9, 1)));
    }

    [Theory]
    [InlineData("ja", "JP-IP", "CC", "不承認は変更され、承認されました。", "再審査の決定の期限")]
    [InlineData("en", "JP-IP", "SSCP", "The refusal was varied: recognition is granted.", "Review decided by")]
    public async Task A_review_in_time_is_decided_by_somebody_who_took_no_part(string language, string source, string target, string varied, string decided)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target);
        await story.DeclinedAsync();
        var declined = await story.Holder.GetAsync(story.Mine);
        Assert.Contains(language == "ja" ? "期限が切れています。" : "It has expired.", declined.Text, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "更新してください。" : "Renew it.", declined.Text, StringComparison.Ordinal);
        var asked = await declined.Form("form[action*='/AskReview/']").Fill("Reason", "It was renewed in time.").SubmitAsync();
        Assert.Empty(asked.Errors);
        // Asked on 31 August in Washington: twenty working days without Labor Day end on 29 September.
        var due = ClosingTime.On(new(2026, 9, 29), PortalZones.UnitedStates);
        Assert.Equal(due, (await story.StoredAsync()).NextBy);
        Assert.Contains(decided, asked.Text, StringComparison.Ordinal);
        Assert.Contains((await OpenAsync(story.AppealOfficer, story)).Document.QuerySelectorAll("main time"), t => DateTimeOffset.Parse(t.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture) == due.Instant);
        Assert.Empty((await OpenAsync(story.Officer, story)).Document.QuerySelectorAll("form[action*='/Review/']"));

        await story.DoneAsync(story.AppealOfficer, "Review", ("Varies", "true"), ("AnswerJa", "更新を確かめました。"), ("AnswerEn", "The renewal was seen."));
        Assert.Contains(varied, (await story.Holder.GetAsync(story.Mine)).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await story.StatementAsync()).Pdfs);
    }

    [Fact]
    public async Task A_withdrawn_request_is_no_refusal_and_may_be_asked_again()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-AU", "CISA");
        var ended = await (await story.Holder.GetAsync($"/en/Recognition/Requests/Withdraw/{story.Id}")).Form("main form[method=post]").SubmitAsync();
        Assert.Contains("This is no refusal, and you may ask again.", ended.Text, StringComparison.Ordinal);
        var again = await (await story.Holder.GetAsync($"/en/Recognition/Requests/Start/{story.Equivalence.VersionId}")).Form("form[action*='/Start/']").SubmitAsync();
        Assert.NotEqual(story.Id, Guid.Parse(again.Path.Split('/')[^1]));
    }

    [Fact]
    public async Task Who_forged_a_certificate_does_not_ask_again()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-AP", "SSCP");
        await story.CompleteAsync();
        await story.CheckAsync(CaseSection.Certificate, FailureReason.CertificateForged);
        await story.DoneAsync(story.Officer, "Decline", ("ReasonJa", "偽造です。"), ("ReasonEn", "It is forged."), ("RemedyJa", "再審査を請求できます。"), ("RemedyEn", "You may ask for a review."));
        var refused = await (await story.Holder.GetAsync($"/en/Recognition/Requests/Start/{story.Equivalence.VersionId}")).Form("form[action*='/Start/']").SubmitAsync();
        Assert.Equal(["An earlier request was declined for a reason that rules out a new one under this equivalence."], refused.Errors);
    }

    private async Task<HtmlPage> OpenAsync(SignedIn person, CasePages story)
    {
        await host.People.AgainAsync(person);
        return await person.GetAsync(story.Desk);
    }
}
