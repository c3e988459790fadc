using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

/// <summary>How both governments bring a call to the public: two keys on one content.</summary>
public sealed class CallDeskTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Desk = "/ja/Fellowships/CallDesk", EnglishDesk = "/en/Fellowships/CallDesk";

    private DateTimeOffset Later => host.Clock.GetUtcNow().AddDays(10);

    [Fact]
    public async Task A_call_opens_the_way_to_the_public_when_both_governments_approve_it()
    {
        var call = await host.AddAsync(TestData.DraftCall(TestData.CallContent(Later), CallsInHost.NewCode()));
        using var japan = await host.People.OfficerAsync(Government.Japan);
        using var us = await host.People.OfficerAsync(Government.UnitedStates);

        var sent = await (await japan.GetAsync($"{Desk}/Details/{call.Id}")).Form("form[action*=Send]").SubmitAsync();
        Assert.Contains("両政府で確認中", sent.Text, StringComparison.Ordinal);

        var first = await (await us.GetAsync($"{EnglishDesk}/Details/{call.Id}")).Form("form[action*=Approve]").SubmitAsync();
        Assert.Contains("Approved by the U.S.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Awaiting Japan", first.Text, StringComparison.Ordinal);
        Assert.Contains(us.Name, first.Text, StringComparison.Ordinal);
        Assert.Null(first.Document.QuerySelector("form[action*=Approve]"));

        await (await japan.GetAsync($"{Desk}/Details/{call.Id}")).Form("form[action*=Approve]").SubmitAsync();
        Assert.Equal(FellowshipCallStatus.Approved, (await host.CallAsync(call.Id)).Status);
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/ja/Fellowships/Calls/Details/{call.Id}")).Status);
    }

    [Theory]
    [InlineData("ja", "自国の政府は署名済みです。次は相手国政府の署名が必要です")]
    [InlineData("en", "Your government has signed already")]
    public async Task A_second_key_by_the_same_government_is_refused(string language, string sentence)
    {
        var call = await host.AddAsync(TestData.CallInCheck(TestData.CallContent(Later), CallsInHost.NewCode()));
        using var one = await host.People.OfficerAsync(Government.Japan);
        using var other = await host.People.OfficerAsync(Government.Japan);
        var late = (await other.GetAsync($"/{language}/Fellowships/CallDesk/Details/{call.Id}")).Form("form[action*=Approve]");
        await (await one.GetAsync($"{Desk}/Details/{call.Id}")).Form("form[action*=Approve]").SubmitAsync();

        var page = await late.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith(sentence, StringComparison.Ordinal));
        Assert.Single((await host.CallAsync(call.Id)).Signatures);
    }

    [Fact]
    public async Task An_approval_of_content_that_has_changed_since_is_refused()
    {
        var call = await host.AddAsync(TestData.CallInCheck(TestData.CallContent(Later), CallsInHost.NewCode()));
        using var us = await host.People.OfficerAsync(Government.UnitedStates);
        using var japan = await host.People.OfficerAsync(Government.Japan);
        var seen = (await us.GetAsync($"{EnglishDesk}/Details/{call.Id}")).Form("form[action*=Approve]");
        await (await japan.GetAsync($"{Desk}/Edit/{call.Id}")).Form().Fill("Awards", "9").SubmitAsync("do", "continue");
        await (await japan.GetAsync($"{Desk}/Details/{call.Id}")).Form("form[action*=Send]").SubmitAsync();

        var page = await seen.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Single(page.Errors);
        Assert.Empty((await host.CallAsync(call.Id)).Signatures);
    }

    [Fact]
    public async Task An_edit_voids_the_approvals_and_tells_both_desks()
    {
        var call = await host.AddAsync(TestData.CallInCheck(TestData.CallContent(Later), CallsInHost.NewCode()));
        using var japan = await host.People.OfficerAsync(Government.Japan);
        using var us = await host.People.OfficerAsync(Government.UnitedStates);
        await (await us.GetAsync($"{EnglishDesk}/Details/{call.Id}")).Form("form[action*=Approve]").SubmitAsync();
        var before = await host.MailAsync();

        var editor = await japan.GetAsync($"{Desk}/Edit/{call.Id}");
        Assert.Contains("保存すると承認が取り消されます", editor.Text, StringComparison.Ordinal);
        await editor.Form().Fill("Awards", "7").SubmitAsync("do", "continue");

        var stored = await host.CallAsync(call.Id);
        Assert.Equal(FellowshipCallStatus.Draft, stored.Status);
        Assert.Empty(stored.Signatures);
        var mails = (await host.MailAsync()).Except(before).ToList();
        Assert.True(mails.Count >= 2);
        Assert.All(mails, m => Assert.Contains(call.Code, m.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_keeps_it_for_both_desks()
    {
        var call = await host.AddAsync(TestData.CallInCheck(TestData.CallContent(Later), CallsInHost.NewCode()));
        using var us = await host.People.OfficerAsync(Government.UnitedStates);
        var refused = await (await us.GetAsync($"{EnglishDesk}/Details/{call.Id}")).Form("form[action*=Return]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.ErrorOf("Reason"));

        await refused.Form("form[action*=Return]").Fill("Reason", "The amount is not agreed.").SubmitAsync();
        using var japan = await host.People.OfficerAsync(Government.Japan);
        Assert.Contains("The amount is not agreed.", (await japan.GetAsync($"{Desk}/Details/{call.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_links_into_the_editor_and_cannot_be_sent()
    {
        var call = await host.AddAsync(TestData.DraftCall(
            TestData.CallContent(Later, c => c with { Title = new("題名", "", true), Awards = 0 }), CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"{EnglishDesk}/Details/{call.Id}");
        Assert.Contains("Title: Write this text in both languages", page.Text, StringComparison.Ordinal);
        Assert.Contains("Number of fellowships: Enter a number of fellowships from 1 to 1,000", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Send]"));

        var editor = await officer.GetAsync($"{EnglishDesk}/Edit/{call.Id}");
        var places = page.Document.QuerySelectorAll("#problems + ul a").Select(a => a.GetAttribute("href")!.Split('#')[1]).ToList();
        Assert.Equal(2, places.Count);
        Assert.All(places, id => Assert.NotNull(editor.Document.GetElementById(id)));
    }

    [Fact]
    public async Task Both_languages_stand_side_by_side_and_are_marked_as_such()
    {
        var call = await host.AddAsync(TestData.CallInCheck(TestData.CallContent(Later), CallsInHost.NewCode()));
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var page = await auditor.GetAsync($"{Desk}/Details/{call.Id}");
        Assert.Contains(page.TextsOf(".both [lang=ja]"), t => t == "日米サイバーフェローシップ");
        Assert.Contains(page.TextsOf(".both [lang=en]"), t => t == "U.S.–Japan Cyber Fellowship");
        Assert.Contains(call.ContentHash, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task Only_the_programme_staff_sees_the_desk_and_only_officers_write()
    {
        var call = await host.AddAsync(TestData.DraftCall(code: CallsInHost.NewCode()));
        using var candidate = await host.People.CandidateAsync();
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        using var administrator = await host.People.AdministratorAsync(Government.UnitedStates);
        using var official = await host.People.OfficialAsync(Government.Japan);
        foreach (var person in new[] { candidate, auditor, administrator, official })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{Desk}/Edit/{call.Id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"{Desk}/Write")).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.GetAsync($"{Desk}/Details/{call.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(Desk)).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(Desk)).Status);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var visitor = host.Visitor();
        foreach (var path in new[] { Desk, $"{Desk}/Write", $"{Desk}/Edit/{Guid.NewGuid()}", $"{Desk}/Details/{Guid.NewGuid()}" })
        {
            Assert.StartsWith("/ja/Account/SignIn", (await visitor.GetAsync(path)).Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_call_that_is_open_cannot_be_returned()
    {
        var call = await host.AddAsync(TestData.ApprovedCall(TestData.CallContent(host.Clock.GetUtcNow().AddMinutes(5)), CallsInHost.NewCode()));
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var form = (await officer.GetAsync($"{Desk}/Details/{call.Id}")).Form("form[action*=Return]");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var page = await form.Fill("Reason", "誤りがありました").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("募集はすでに始まっています", StringComparison.Ordinal));
        Assert.Equal(FellowshipCallStatus.Approved, (await host.CallAsync(call.Id)).Status);
    }
}
