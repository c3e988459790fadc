using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

/// <summary>Writing a call: both languages, rows without script, and nothing typed is ever lost.</summary>
public sealed class CallEditorTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Desk = "/ja/Fellowships/CallDesk";

    [Fact]
    public async Task An_officer_writes_a_draft_with_empty_fields()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var code = CallsInHost.NewCode();
        var form = (await officer.GetAsync($"{Desk}/Write")).Form();
        var page = await form.Fill("Code", code).Fill("Title.Ja", "新しい募集").SubmitAsync("do", "save");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("下書きを保存しました", page.Text, StringComparison.Ordinal);
        var call = await StoredAsync(code);
        Assert.Equal(("新しい募集", PortalZones.Japan), (call.Content.Title.Ja, call.Content.ClosesAt.Zone));
        Assert.Equal(default, call.Content.ClosesAt.Instant);
        Assert.Equal(4, call.Content.Sections.Count);
    }

    [Theory]
    [InlineData("ja", "このコードはほかの募集で使われています。別のコードにしてください", "募集コードは半角の英数字2〜10文字で入力してください（例：CF27）")]
    [InlineData("en", "Another call has this code. Choose another one", "Enter a code of 2 to 10 letters and digits, for example CF27")]
    public async Task A_code_that_cannot_be_used_is_refused_at_its_field(string language, string taken, string wrong)
    {
        var call = await host.AddAsync(TestData.DraftCall(code: CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var form = (await officer.GetAsync($"/{language}/Fellowships/CallDesk/Write")).Form();
        Assert.Equal($"{Word(language)} {taken}", (await form.Fill("Code", call.Code.ToLowerInvariant()).SubmitAsync("do", "save")).ErrorOf("Code"));
        Assert.Equal($"{Word(language)} {wrong}", (await form.Fill("Code", "募集").SubmitAsync("do", "save")).ErrorOf("Code"));
    }

    [Fact]
    public async Task What_cannot_be_read_stays_in_its_field_with_an_error_and_nothing_is_saved()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form()
            .Fill("Title.En", "Typed before the error").Fill("Awards", "several").Fill("MonthlyUsd", "¥3").Fill("StartsOn.Day", "32").SubmitAsync("do", "save");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("エラー：", page.Title, StringComparison.Ordinal);
        Assert.Equal(3, page.Errors.Count);
        Assert.All(["Awards", "MonthlyUsd", "StartsOn"], field => Assert.NotNull(page.ErrorOf(field)));
        var again = page.Form();
        Assert.Equal(("Typed before the error", "several", "32"), (again.Value("Title.En"), again.Value("Awards"), again.Value("StartsOn.Day")));
        Assert.Equal(call.Version, (await host.CallAsync(call.Id)).Version);
    }

    [Theory]
    [InlineData("ja", "2027", "3", "14", "2:30", "この日は時計を進めるため、この時刻はありません。別の時刻を選んでください。")]
    [InlineData("ja", "2027", "11", "7", "１：３０", "この日は時計を戻すため、この時刻が2回あります。別の時刻を選んでください。")]
    [InlineData("en", "2027", "3", "14", "2:30", "This time does not exist on that day, because the clocks go forward. Choose another time.")]
    [InlineData("en", "2027", "11", "7", "1:30", "This time comes twice on that day, because the clocks go back. Choose another time.")]
    public async Task An_hour_that_the_clock_skips_or_repeats_is_refused(string language, string year, string month, string day, string time, string sentence)
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.UnitedStates);
        var page = await (await officer.GetAsync($"/{language}/Fellowships/CallDesk/Edit/{call.Id}")).Form()
            .Fill("ClosesAt.Date.Year", year).Fill("ClosesAt.Date.Month", month).Fill("ClosesAt.Date.Day", day)
            .Fill("ClosesAt.Time", time).Fill("ClosesAt.Zone", PortalZones.UnitedStates).SubmitAsync("do", "save");
        Assert.Equal($"{Word(language)} {sentence}", page.ErrorOf("ClosesAt.Time"));
        Assert.Equal(time, page.Form().Value("ClosesAt.Time"));
    }

    [Fact]
    public async Task A_time_needs_its_zone()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form().Fill("ClosesAt.Zone", "").SubmitAsync("do", "save");
        Assert.NotNull(page.ErrorOf("ClosesAt.Zone"));
    }

    [Fact]
    public async Task Own_questions_and_choices_keep_their_ids_through_edits()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form()
            .Fill("Questions[2].Options[0].Ja", "京都").Fill("Questions[0].En", "Another wording").SubmitAsync("do", "save");
        var edited = (await host.CallAsync(call.Id)).Content;
        Assert.Equal(call.Content.Questions.Select(q => q.Id), edited.Questions.Select(q => q.Id));
        Assert.Equal(call.Content.Questions[2].Options.Select(o => o.Id), edited.Questions[2].Options.Select(o => o.Id));
        Assert.Equal(call.Content.Criteria, edited.Criteria);
        Assert.Equal(("京都", "Another wording"), (edited.Questions[2].Options[0].Text.Ja, edited.Questions[0].Text.En));
    }

    [Fact]
    public async Task Saving_without_a_change_changes_nothing_in_the_content()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form().SubmitAsync("do", "save");
        Assert.Equal(call.ContentHash, (await host.CallAsync(call.Id)).ContentHash);
    }

    [Fact]
    public async Task Rows_are_added_and_removed_without_script_and_without_saving()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form().Fill("Awards", "unread").SubmitAsync("do", "criterion.remove.0");
        Assert.Empty(page.Errors);
        Assert.Equal("旅券がありますか", page.Form().Value("Criteria[0].Ja"));
        Assert.Equal("unread", page.Form().Value("Awards"));

        page = await page.Form().Fill("NewKind", "OneChoice").SubmitAsync("do", "question.add");
        page = await page.Form().Fill("Questions[5].Ja", "追加").Fill("Questions[5].Options[1].Ja", "二つ目").SubmitAsync("do", "option.remove.5.0");
        Assert.Equal("二つ目", page.Form().Value("Questions[5].Options[0].Ja"));
        page = await page.Form().SubmitAsync("do", "question.remove.0");
        Assert.Equal("追加", page.Form().Value("Questions[4].Ja"));
        Assert.Equal(call.Version, (await host.CallAsync(call.Id)).Version);

        await page.Form().Fill("Awards", "3").SubmitAsync("do", "save");
        var stored = (await host.CallAsync(call.Id)).Content;
        Assert.Equal((1, 5), (stored.Criteria.Count, stored.Questions.Count));
    }

    [Theory]
    [InlineData("mine", "私の題")]
    [InlineData("theirs", "相手の題")]
    public async Task A_stale_edit_shows_both_versions_and_saves_the_chosen_answers(string choice, string title)
    {
        var call = await AddDraftAsync();
        using var japan = await host.People.OfficerAsync(Government.Japan);
        using var us = await host.People.OfficerAsync(Government.UnitedStates);
        var mine = (await japan.GetAsync($"{Desk}/Edit/{call.Id}")).Form();
        await (await us.GetAsync($"/en/Fellowships/CallDesk/Edit/{call.Id}")).Form().Fill("Title.Ja", "相手の題").SubmitAsync("do", "save");

        var page = await mine.Fill("Title.Ja", "私の題").Fill("Awards", "11").SubmitAsync("do", "continue");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("相手の題", page.Text, StringComparison.Ordinal);
        Assert.Contains("私の題", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Keep[Title.Ja]", "Keep[Awards]"], page.Form().Names.Where(n => n.StartsWith("Keep", StringComparison.Ordinal)));

        page = await page.Form().Fill("Keep[Title.Ja]", choice).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var stored = (await host.CallAsync(call.Id)).Content;
        Assert.Equal((title, 11, 5, 2), (stored.Title.Ja, stored.Awards, stored.Questions.Count, stored.Criteria.Count));
    }

    [Fact]
    public async Task Switching_the_language_keeps_what_was_typed_and_saves_nothing()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var form = (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form().Fill("Title.Ja", "途中の題");
        using var answer = await officer.Client.SendAsync(form.Request("switchTo", "en"));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal($"/en/Fellowships/CallDesk/Edit/{call.Id}", answer.Headers.Location!.ToString());

        var fields = form.Names.Select(n => KeyValuePair.Create(n, form.Value(n) ?? "")).Append(new("switchTo", "en"));
        var page = await officer.Client.PostAsync(answer.Headers.Location.ToString(), fields);
        Assert.Equal(("en", "途中の題"), (page.Lang, page.Form().Value("Title.Ja")));
        Assert.Equal(call.Version, (await host.CallAsync(call.Id)).Version);
    }

    [Fact]
    public async Task The_longest_texts_can_be_saved_and_longer_ones_are_refused_at_their_field()
    {
        var call = await AddDraftAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var form = (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Form();
        foreach (var text in new[] { "Summary", "WhoCanApply", "WhatYouGet" })
        {
            form.Fill($"{text}.Ja", new string('あ', CallContent.MaxText)).Fill($"{text}.En", new string('a', CallContent.MaxText));
        }

        var saved = await form.SubmitAsync("do", "save");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var refused = await saved.Form().Fill("Summary.En", new string('a', CallContent.MaxText + 1)).SubmitAsync("do", "save");
        Assert.Equal("エラー： 4,000字以内で入力してください", refused.ErrorOf("Summary.En"));
    }

    [Fact]
    public async Task An_approved_call_leads_to_its_page_instead_of_the_editor()
    {
        var call = await host.AddAsync(TestData.ApprovedCall(code: CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.Japan);
        Assert.Equal($"{Desk}/Details/{call.Id}", (await officer.GetAsync($"{Desk}/Edit/{call.Id}")).Path);
    }

    private static string Word(string language) => language == "ja" ? "エラー：" : "Error:";

    private Task<FellowshipCall> AddDraftAsync() => host.AddAsync(TestData.DraftCall(code: CallsInHost.NewCode()));

    private Task<FellowshipCall> StoredAsync(string code) => host.InDatabaseAsync(db => Task.FromResult(db.FellowshipCalls.Single(c => c.Code == code)));
}
