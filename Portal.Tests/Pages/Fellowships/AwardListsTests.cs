using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

public sealed class AwardListsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Lists = "/en/Fellowships/AwardLists";

    [Fact]
    public async Task From_the_draft_to_the_release_through_the_pages()
    {
        var world = await CaseWorld.OpenAsync(host);
        var cases = new[] { await world.AddAsync(s => s.ScreenedIn()), await world.AddAsync(s => s.ScreenedIn()), await world.AddAsync(s => s.ScreenedIn(), Government.UnitedStates) };
        AfterClosing(world);
        using var ja = await host.People.OfficerAsync(Government.Japan);
        using var us = await host.People.OfficerAsync(Government.UnitedStates);
        var draft = await (await ja.GetAsync(Lists)).Form($"form[action$='{world.Call.Id}']").SubmitAsync();
        var saved = await draft.Form($"form[action*='/Edit/']")
            .Fill($"Outcome[{cases[0].Application.Id}]", "Offer").Fill($"Outcome[{cases[1].Application.Id}]", "Reserve").Fill($"Rank[{cases[1].Application.Id}]", "１").SubmitAsync();
        Assert.Contains("1 offers for 2 fellowships · 1 on reserve · 1 not proposed", saved.Text, StringComparison.Ordinal);
        var proposed = await saved.Form("form[action*='/Propose/']").SubmitAsync();
        Assert.Contains("A deciding official of Japan must agree.", proposed.Text, StringComparison.Ordinal);

        await AgreeAsync(Government.UnitedStates, proposed.Path);
        var agreed = await AgreeAsync(Government.Japan, proposed.Path);
        Assert.Contains("Agreed for the United States", agreed.Text, StringComparison.Ordinal);
        var rehearsal = await (await us.GetAsync(proposed.Path)).Form("form[action*='/Stage/']").Fill("AnswerOn.Year", "2027").Fill("AnswerOn.Month", "3").Fill("AnswerOn.Day", "1").SubmitAsync();
        Assert.Contains("Cases, statuses and mails match.", rehearsal.Text, StringComparison.Ordinal);
        Assert.Equal(["3", "1", "1", "1", "0", "3"], rehearsal.TextsOf("dl.summary dd"));
        Assert.Equal(6, rehearsal.TextsOf("details.card").Count);

        var first = await rehearsal.Form("form[action*='/Release/']").SubmitAsync();
        Assert.Contains("A programme officer of Japan must confirm the release.", first.Text, StringComparison.Ordinal);
        Assert.Equal(FellowshipApplicationStatus.Proposed, await StatusAsync(cases[0]));
        var second = await (await ja.GetAsync(rehearsal.Path)).Form("form[action*='/Release/']").SubmitAsync();
        Assert.Contains("3 candidates were told", second.Text, StringComparison.Ordinal);
        Assert.Equal((FellowshipApplicationStatus.Offered, FellowshipApplicationStatus.Reserve), (await StatusAsync(cases[0]), await StatusAsync(cases[1])));
    }

    [Fact]
    public async Task Offers_beyond_the_number_and_a_broken_reserve_are_refused_with_what_was_chosen()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = await world.ListAsync(AwardListStatus.Draft);
        AfterClosing(world);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        foreach (var (language, tooMany, broken) in new[]
        {
            ("ja", "採択は2件までにしてください", "補欠の順位は、1、2、3…と、飛ばさず重ならないように入力してください"),
            ("en", "Choose no more than 2 offers", "Number the reserve 1, 2, 3 … without a gap and without a place given twice"),
        })
        {
            var form = (await officer.GetAsync($"/{language}/Fellowships/AwardLists/Details/{list.List.Id}")).Form("form[action*='/Edit/']");
            foreach (var one in list.Cases)
            {
                form.Fill($"Outcome[{one.Id}]", "Offer");
            }

            var refused = await form.SubmitAsync();
            Assert.Equal((HttpStatusCode.UnprocessableEntity, tooMany), (refused.Status, refused.Errors[0]));
            Assert.All(list.Cases, c => Assert.Equal("Offer", refused.Form("form[action*='/Edit/']").Value($"Outcome[{c.Id}]")));
            var gap = await (await officer.GetAsync($"/{language}/Fellowships/AwardLists/Details/{list.List.Id}")).Form("form[action*='/Edit/']").Fill($"Rank[{list.Cases[1].Id}]", "2").SubmitAsync();
            Assert.Equal(broken, gap.Errors[0]);
        }
    }

    [Fact]
    public async Task A_list_cannot_be_proposed_while_cases_are_screened()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = await world.ListAsync(AwardListStatus.Draft, cases: 1);
        await world.AddAsync(s => s.Submitted());
        AfterClosing(world);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"{Lists}/Details/{list.List.Id}");
        Assert.Contains("1 application is still being screened.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Applications are still being screened", (await page.Form("form[action*='/Propose/']").SubmitAsync()).Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_on_another_content_or_a_second_key_of_one_government_is_refused_and_kept()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = (await world.ListAsync(AwardListStatus.Proposed)).List;
        AfterClosing(world);
        using var official = await host.People.OfficialAsync(Government.Japan);
        using var colleague = await host.People.OfficialAsync(Government.Japan);
        var form = (await official.GetAsync($"{Lists}/Details/{list.Id}")).Form("form[action*='/Agree/']");
        var late = (await colleague.GetAsync($"/ja/Fellowships/AwardLists/Details/{list.Id}")).Form("form[action*='/Agree/']");
        Assert.Contains("The content changed", (await form.With("seenHash", new string('0', 64)).SubmitAsync()).Errors[0], StringComparison.Ordinal);
        await (await official.GetAsync($"{Lists}/Details/{list.Id}")).Form("form[action*='/Agree/']").SubmitAsync();
        Assert.Equal("自国の政府は署名済みです。次は相手国政府の署名が必要です", (await late.SubmitAsync()).Errors[0]);
        var kept = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == list.Id && e.Refusal != null).OrderBy(e => e.Sequence).Select(e => e.Refusal).ToListAsync());
        Assert.Equal([Signatures.ContentChanged, Signatures.AlreadySigned], kept);
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_gives_the_list_back_to_the_officers()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = (await world.ListAsync(AwardListStatus.Agreed)).List;
        AfterClosing(world);
        using var official = await host.People.OfficialAsync(Government.UnitedStates);
        var page = await official.GetAsync($"/ja/Fellowships/AwardLists/Details/{list.Id}");
        var refused = await page.Form("form[action*='/Return/']").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "理由を書いてください"), (refused.Status, refused.ErrorOf("Reason")));
        var returned = await refused.Form("form[action*='/Return/']").Fill("reason", "順位を見直してください。").SubmitAsync();
        Assert.Contains("順位を見直してください。", returned.Text, StringComparison.Ordinal);
        Assert.Contains("作成中", returned.TextOf("main .tag"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_is_marked_and_voids_the_first_confirmation()
    {
        var world = await CaseWorld.OpenAsync(host);
        var story = await world.ListAsync(AwardListStatus.Staged);
        AfterClosing(world);
        using var ja = await host.People.OfficerAsync(Government.Japan);
        using var us = await host.People.OfficerAsync(Government.UnitedStates);
        await (await ja.GetAsync($"{Lists}/Rehearse/{story.List.Id}")).Form("form[action*='/Release/']").SubmitAsync();
        var form = (await us.GetAsync($"{Lists}/Rehearse/{story.List.Id}")).Form("form[action*='/Release/']");
        Assert.Empty((await host.SendAsync(story.Stories[0].Applicant, new WithdrawApplication(story.Cases[0].Id))).Errors);
        var refused = await form.SubmitAsync();
        Assert.Contains("The content changed", refused.Errors[0], StringComparison.Ordinal);
        Assert.Equal(["3", "0", "1", "1", "1", "2"], refused.TextsOf("dl.summary dd"));
        Assert.Contains("Withdrawn", (await us.GetAsync($"{Lists}/Details/{story.List.Id}")).TextOf("tbody"), StringComparison.Ordinal);
        await refused.Form("form[action*='/Release/']").SubmitAsync();
        Assert.Contains("2 candidates were told", (await (await ja.GetAsync($"{Lists}/Rehearse/{story.List.Id}")).Form("form[action*='/Release/']").SubmitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_confirmations_at_once_release_once_at_one_instant()
    {
        var world = await CaseWorld.OpenAsync(host);
        var story = await world.ListAsync(AwardListStatus.Staged);
        AfterClosing(world);
        using var ja = await host.People.OfficerAsync(Government.Japan);
        await (await ja.GetAsync($"{Lists}/Rehearse/{story.List.Id}")).Form("form[action*='/Release/']").SubmitAsync();
        var officers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.People.OfficerAsync(Government.UnitedStates)));
        var forms = await Task.WhenAll(officers.Select(async o => (await o.GetAsync($"{Lists}/Rehearse/{story.List.Id}")).Form("form[action*='/Release/']")));
        var answers = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, a.Status.ToString()));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        var told = await host.InDatabaseAsync(db => db.Outbox.Where(m => m.Type == nameof(OutcomeReleased)).Select(m => m.Payload).ToListAsync());
        Assert.All(story.Cases, c => Assert.Single(told, p => p.Contains(c.Id.ToString(), StringComparison.Ordinal)));
        Assert.Single((await host.InDatabaseAsync(db => db.FellowshipApplications.Where(a => a.CallId == world.Call.Id).Select(a => a.ReleasedAt).ToListAsync())).Distinct());
        foreach (var officer in officers)
        {
            officer.Dispose();
        }
    }

    [Fact]
    public async Task After_the_release_the_page_counts_the_answers()
    {
        var world = await CaseWorld.OpenAsync(host);
        var story = await world.ListAsync(AwardListStatus.Released);
        AfterClosing(world);
        Assert.Empty((await host.SendAsync(story.Stories[0].Applicant, new AnswerOffer(story.Cases[0].Id, Accept: true))).Errors);
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        Assert.Equal(["1", "0", "0", "0", "1", "1", "0"], (await auditor.GetAsync($"{Lists}/Details/{story.List.Id}")).TextsOf("dl.summary dd"));
    }

    private async Task<HtmlPage> AgreeAsync(Government government, string path)
    {
        using var official = await host.People.OfficialAsync(government);
        return await (await official.GetAsync(path)).Form("form[action*='/Agree/']").SubmitAsync();
    }

    /// <summary>The next morning; people sign in after this, because nobody stays signed in for a month.</summary>
    private void AfterClosing(CaseWorld world)
    {
        var morning = world.Call.Content.ClosesAt.Instant.AddDays(2);
        if (host.Clock.GetUtcNow() < morning)
        {
            host.Clock.SetUtcNow(morning);
        }
    }

    private async Task<FellowshipApplicationStatus> StatusAsync(ApplicationStory story) =>
        await host.InDatabaseAsync(db => db.FellowshipApplications.Where(a => a.Id == story.Application.Id).Select(a => a.Status).SingleAsync());
}
