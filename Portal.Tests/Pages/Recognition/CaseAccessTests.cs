using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Who may know of a case, and what the list, the check of eligibility and the queue do with what is typed.</summary>
public sealed class CaseAccessTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Another_persons_case_statement_and_certificate_do_not_exist()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-RISS", "CISSP");
        await story.DecidingAsync();
        await story.GrantAsync();
        using var other = await host.People.CandidateAsync("Other");
        var statement = await story.StatementAsync();
        var held = await host.InDatabaseAsync(db => db.HeldCertifications.SingleAsync(h => h.HolderId == story.Holder.Id));
        foreach (var path in new[]
        {
            $"Requests/Details/{story.Id}", $"Requests/Send/{story.Id}", $"Requests/Withdraw/{story.Id}", $"Requests/Statement/{statement.Id}?language=en",
            $"Requests/Evidence/{story.Id}?file={held.Files[0].Id}", $"Held/Edit/{held.Id}", $"Held/Remove/{held.Id}", $"Held/Evidence/{held.Files[0].Id}",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/en/Recognition/{path}")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(story.Desk)).Status);
    }

    [Fact]
    public async Task A_draft_is_the_holders_own_and_nobody_handles_the_own_case()
    {
        using var story = await new CasePages(host, "en").StartedAsync("JP-RISS", "CISM");
        Assert.Equal(HttpStatusCode.NotFound, (await story.Officer.GetAsync(story.Desk)).Status);
        await CasePages.SendForm(await story.Holder.GetAsync($"/en/Recognition/Requests/Send/{story.Id}")).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await story.Officer.GetAsync(story.Desk)).Status);
        await host.InDatabaseAsync(async db =>
        {
            await db.RecognitionCases.Where(c => c.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.HolderId, story.Officer.Id));
            return 0;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await story.Officer.GetAsync(story.Desk)).Status);
    }

    [Fact]
    public async Task An_auditor_reads_and_has_no_buttons_and_the_reading_is_recorded()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-NW", "CCNA");
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var shown = await auditor.GetAsync(story.Desk);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Empty(shown.Document.QuerySelectorAll("aside form"));
        Assert.True(await host.InDatabaseAsync(db => db.FileReadings.AnyAsync(r => r.CaseId == story.Id && r.ActorId == auditor.Id)));
        var history = await auditor.GetAsync($"/en/Reporting/History/Item/{story.Id}?type={nameof(RecognitionCase)}");
        Assert.Contains("Sent the request", history.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-|[\\[{]\"|Hanako Sato (?!Tuesday)", history.TextOf("main"));
    }

    [Theory]
    [InlineData("ja", "JP-RISS", "Security+", "第二審査")]
    [InlineData("en", "JP-RISS", "SSCP", "Gave the second opinion")]
    public async Task Histories_are_told_in_words_without_ids_names_and_stored_values(string language, string source, string target, string told)
    {
        using var story = await new CasePages(host, language).SentAsync(source, target, CasePages.WithChoice);
        await story.VerifyingAsync();
        await story.DoneAsync(story.SourceOfficer, "AnswerVerification", ("IsConfirmed", "false"), ("Note", "Unclear."));
        await story.DoneAsync(story.Reviewer, "Opinion", ("StandsAgainst", "false"), ("Reason", "It was a mistake of the register."));
        await story.GrantAsync();
        await (await story.Holder.GetAsync(story.Mine)).Form("form[action*='/Choose/']").Fill("Numbers[0]", "1").SubmitAsync();
        await story.DoneAsync(story.Officer, "Fulfil", ("Number", "1"), ("Note", "Passed."));
        using var auditor = await host.People.AuditorAsync(Government.UnitedStates);
        var items = new List<(string Type, Guid Id)> { (nameof(RecognitionCase), story.Id), (nameof(RecognitionStatement), (await story.StatementAsync()).Id) };
        items.Add((nameof(HeldCertification), await host.InDatabaseAsync(db => db.HeldCertifications.Where(h => h.HolderId == story.Holder.Id).Select(h => h.Id).SingleAsync())));
        foreach (var (type, id) in items)
        {
            var history = await auditor.GetAsync($"/{language}/Reporting/History/Item/{id}?type={type}");
            Assert.Equal(HttpStatusCode.OK, history.Status);
            Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-|[\\[{]\"|\\d{4}-\\d\\d-\\d\\d|Asia/|America/|HolderName|SubmitCase|0012345|mistake of the register", history.Text);
        }

        Assert.Contains(told, (await auditor.GetAsync($"/{language}/Reporting/History/Item/{story.Id}?type={nameof(RecognitionCase)}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "JP-SC", "GCIH", "先にJP-SCの証明書を添付してください", "誓約と同意の欄にチェックを入れてください")]
    [InlineData("en", "JP-SC", "CySA+", "Attach the certificate of JP-SC first", "Tick the box to declare and agree")]
    public async Task A_request_is_not_sent_without_certificate_and_declaration(string language, string source, string target, string noFile, string undeclared)
    {
        using var story = await new CasePages(host, language).StartedAsync(source, target);
        var held = await host.InDatabaseAsync(db => db.HeldCertifications.SingleAsync(h => h.HolderId == story.Holder.Id));
        await (await story.Holder.GetAsync($"/{language}/Recognition/Held/Edit/{held.Id}")).Form("form[action*='/RemoveFile/']").SubmitAsync();
        var send = await story.Holder.GetAsync($"/{language}/Recognition/Requests/Send/{story.Id}");
        Assert.Equal([noFile], (await CasePages.SendForm(send).SubmitAsync()).Errors);
        var kept = await send.Form("form[action*='/Send/']").Fill("Name", "佐藤 花子").SubmitAsync();
        Assert.Equal([undeclared], kept.Errors);
        Assert.Equal("佐藤 花子", kept.Form("form[action*='/Send/']").Value("Name"));
    }

    [Theory]
    [InlineData("ja", "letter.docxはPDF、JPEG、PNGのいずれでもありません", "有効期限は、発行日より後の日にしてください", "承認の申請に使われているため、変更できません。")]
    [InlineData("en", "letter.docx is not a PDF, JPEG or PNG", "The last day must come after the day of issue", "A request for recognition rests on it, so it stays as it is.")]
    public async Task What_cannot_stand_on_the_list_is_refused_and_what_is_used_stays(string language, string wrongFile, string wrongDates, string inUse)
    {
        using var story = await new CasePages(host, language).SentAsync("JP-SG", language == "ja" ? "CC" : "Security+");
        var held = await host.InDatabaseAsync(db => db.HeldCertifications.SingleAsync(h => h.HolderId == story.Holder.Id));
        var edit = await story.Holder.GetAsync($"/{language}/Recognition/Held/Edit/{held.Id}");
        Assert.Contains(inUse, edit.Text, StringComparison.Ordinal);
        Assert.Empty(edit.Document.QuerySelectorAll("main form"));
        var removed = await (await story.Holder.GetAsync($"/{language}/Recognition/Held/Remove/{held.Id}")).Form("main form[method=post]").SubmitAsync();
        Assert.Equal([inUse], removed.Errors);

        var second = await story.HoldAsync(story.Holder, "CISSP");
        edit = await story.Holder.GetAsync($"/{language}/Recognition/Held/Edit/{second}");
        var refused = await edit.Form("form[action*='/Upload/']").Attach("File", "letter.docx", "application/octet-stream", [0x50, 0x4B, 3, 4]).SubmitAsync();
        Assert.StartsWith(wrongFile, Assert.Single(refused.Errors), StringComparison.Ordinal);
        var dates = await CasePages.Date(edit.Form("form[action*='/Held/Edit/']"), "ExpiresOn", new(2020, 1, 1)).SubmitAsync();
        Assert.Equal([wrongDates], dates.Errors);
        Assert.Equal("2020", dates.Form("form[action*='/Held/Edit/']").Value("ExpiresOn.Year"));
        var gone = await (await story.Holder.GetAsync($"/{language}/Recognition/Held/Remove/{second}")).Form("main form[method=post]").SubmitAsync();
        Assert.Empty(gone.Errors);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.HeldCertifications.CountAsync(h => h.HolderId == story.Holder.Id)));
    }

    [Theory]
    [InlineData("ja", "いま当てはまる同等性", "ほかに必要な資格", "期限切れの資格は承認されません")]
    [InlineData("en", "What applies today", "You would also need", "A certification that has expired is not recognised")]
    public async Task Eligibility_says_what_applies_today_and_keeps_nothing(string language, string heading, string missing, string expired)
    {
        var pair = await host.PublishAsync("JP-AP", language == "ja" ? "SSCP" : "Security+");
        var before = await RowsAsync();
        using var visitor = host.Visitor();
        var answer = await visitor.GetAsync($"/{language}/Recognition/Eligibility?held=JP-AP&until=Over");
        Assert.Contains(heading, answer.TextsOf("h2"));
        Assert.Contains(pair.Number, answer.Text, StringComparison.Ordinal);
        Assert.Contains(expired, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(missing, answer.Text, StringComparison.Ordinal);
        Assert.Equal(["held", "target", "until"], answer.Form("main form[method=get]").Names.Order());
        Assert.False(answer.Headers.ContainsKey("Set-Cookie"));
        Assert.Empty(visitor.Cookies.GetAllCookies());
        Assert.Equal(before, await RowsAsync());
        Assert.DoesNotContain(pair.Number, (await visitor.GetAsync($"/{language}/Recognition/Eligibility?held=JP-AP&target=CISSP")).Text, StringComparison.Ordinal);
        Assert.Empty((await visitor.GetAsync($"/{language}/Recognition/Eligibility?held=nothing")).TextsOf("#results"));
    }

    [Fact]
    public async Task The_queue_counts_behind_each_tab_what_its_list_shows_earliest_due_first()
    {
        using var first = await new CasePages(host, "en").SentAsync("JP-AU", "CISA");
        using var second = await new CasePages(host, "en").SentAsync("JP-AU", "CRISC");
        await second.CompleteAsync();
        await second.DoneAsync(second.Officer, "Ask", ("Question", "?"));
        var (one, two) = ((await first.StoredAsync()).Number, (await second.StoredAsync()).Number);
        var mine = await first.Officer.GetAsync("/en/Recognition/CaseDesk");
        var with = await first.Officer.GetAsync("/en/Recognition/CaseDesk?tab=Holder");
        Assert.Equal(mine.TextsOf(".tabs .n"), with.TextsOf(".tabs .n"));
        Assert.Equal(mine.TextsOf(".tabs .n")[0], $"{mine.TextsOf("tbody tr").Count}");
        Assert.Equal(with.TextsOf(".tabs .n")[2], $"{with.TextsOf("tbody tr").Count}");
        Assert.Contains(one, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(two, mine.Text, StringComparison.Ordinal);
        Assert.Contains(two, with.Text, StringComparison.Ordinal);
        var due = mine.Document.QuerySelectorAll("tbody time").Select(t => DateTimeOffset.Parse(t.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(due.Order(), due);
        var searched = await first.Officer.GetAsync($"/en/Recognition/CaseDesk?q={one.ToLowerInvariant()}");
        Assert.Equal("1 case, earliest due first", searched.TextOf("#results"));
        Assert.Equal("1 case, earliest due first", (await second.Officer.GetAsync($"/en/Recognition/CaseDesk?tab=Holder&status=InformationRequested&q={two}")).TextOf("#results"));
        Assert.Single((await second.SourceOfficer.GetAsync("/en/Recognition/CaseDesk?tab=Holder&q=" + two)).TextsOf("tbody tr"));
    }

    [Fact]
    public async Task A_page_that_somebody_else_overtook_says_so_and_keeps_what_was_typed()
    {
        using var story = await new CasePages(host, "en").SentAsync("JP-RISS", "GSLC");
        var stale = (await story.Officer.GetAsync(story.Desk)).Form("form[action*='/Ask/']").Fill("Question", "Which exam?");
        await story.CompleteAsync();
        var answer = await stale.SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Which exam?", answer.Form("form[action*='/Ask/']").Value("Question"));
    }

    [Fact]
    public async Task A_double_click_starts_one_request()
    {
        using var story = await new CasePages(host, "en").StartedAsync("JP-IP", "CC");
        var again = await (await story.Holder.GetAsync($"/en/Recognition/Requests/Start/{story.Equivalence.VersionId}")).Form("form[action*='/Start/']").SubmitAsync();
        Assert.EndsWith(story.Id.ToString(), again.Path, StringComparison.Ordinal);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.RecognitionCases.CountAsync(c => c.HolderId == story.Holder.Id)));
    }

    private Task<(int, int, int, int, int)> RowsAsync() => host.InDatabaseAsync(async db => (
        await db.Tallies.CountAsync(), await db.Operations.CountAsync(), await db.AuditEntries.CountAsync(), await db.HeldCertifications.CountAsync(), await db.RecognitionCases.CountAsync()));
}
