using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

public sealed class CaseScreeningTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task One_page_shows_the_names_the_answers_as_sent_the_files_and_the_history()
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/ja/Fellowships/Cases/Details/{story.Application.Id}");
        foreach (var shown in new[] { story.Application.Number, story.Application.NameJa, story.Application.NameEn, "船舶制御システムの防護", "cv.pdf", story.Application.Submissions[0].Hash, "提出済み" })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(page.TextsOf(".timeline li"));
        Assert.Contains(page.Document.QuerySelectorAll("a"), a => a.GetAttribute("href")!.Contains($"Applications/Document/{story.Application.Id}?documentId=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_postal_code_reads_as_people_write_it_and_a_box_left_alone_says_no()
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/ja/Fellowships/Cases/Details/{story.Application.Id}");
        Assert.Contains("郵便番号100-8926", page.Text, StringComparison.Ordinal);
        Assert.Contains("名前は1つだけですいいえ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_candidate_types_in_a_correction_stays_unseen_until_it_is_sent()
    {
        var world = await CaseWorld.OpenAsync(host);
        var story = await world.AddAsync(s =>
        {
            s.ReturnedForCorrection("about.phone");
            s.Save(ApplicationSectionKind.AboutYou, s.Application.AnswersOf(ApplicationSectionKind.AboutYou).With("about.phone", "03-9999-0000"));
        });
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await officer.GetAsync($"/en/Fellowships/Cases/Details/{story.Application.Id}");
        Assert.Contains("03-1234-5678", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("03-9999-0000", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_a_case_is_recorded_once_for_a_while()
    {
        var story = await SubmittedAsync();
        using var official = await host.People.OfficialAsync(Government.UnitedStates);
        await official.GetAsync($"/en/Fellowships/Cases/Details/{story.Application.Id}");
        await official.GetAsync($"/en/Fellowships/Cases/Details/{story.Application.Id}");
        var reading = Assert.Single(await host.InDatabaseAsync(db => db.FileReadings.Where(r => r.CaseId == story.Application.Id && r.ActorId == official.Id).ToListAsync()));
        Assert.Equal(host.Clock.GetUtcNow(), reading.At);
    }

    [Fact]
    public async Task Screening_in_moves_the_case_to_both_governments()
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"/en/Fellowships/Cases/Details/{story.Application.Id}")).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Screened in", page.TextOf("main .tag"), StringComparison.Ordinal);
        Assert.Equal(FellowshipApplicationStatus.ScreenedIn, await StatusAsync(story));
    }

    [Fact]
    public async Task A_correction_names_fields_and_is_due_in_ten_working_days()
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var form = (await officer.GetAsync($"/ja/Fellowships/Cases/ReturnForCorrection/{story.Application.Id}")).Form();
        Assert.Equal(("2026", "9", "15"), (form.Value("DueOn.Year"), form.Value("DueOn.Month"), form.Value("DueOn.Day")));
        var page = await form.Fill("FieldKeys", "about.phone", "education.1").Fill("Note", "番号を直してください。").SubmitAsync();
        Assert.Contains("修正依頼中", page.TextOf("main .tag"), StringComparison.Ordinal);
        Assert.Contains("番号を直してください。", page.Text, StringComparison.Ordinal);
        var asked = await host.InDatabaseAsync(db => db.FellowshipApplications.AsNoTracking().SingleAsync(a => a.Id == story.Application.Id));
        Assert.Equal(["about.phone", "education.1"], asked.Correction!.FieldKeys);
        Assert.Equal(new DateTimeOffset(2026, 9, 15, 8, 0, 0, TimeSpan.Zero), asked.DueAt);
    }

    [Theory]
    [InlineData("ja", "修正してもらう項目を1つ以上選んでください", "理由を書いてください", "応募者が回答する期限の日を入力してください")]
    [InlineData("en", "Select at least one answer to correct", "Write the reason", "Enter the day by which the candidate must answer")]
    public async Task An_empty_correction_is_refused(string language, params string[] errors)
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"/{language}/Fellowships/Cases/ReturnForCorrection/{story.Application.Id}")).Form()
            .Fill("DueOn.Year", "").Fill("DueOn.Month", "").Fill("DueOn.Day", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(errors, page.Errors);
    }

    [Theory]
    [InlineData("ja", "17:00をまだ過ぎていない日を入力してください")]
    [InlineData("en", "Enter a day whose 5:00 p.m. is still to come")]
    public async Task A_day_that_has_passed_is_refused_and_everything_typed_stays(string language, string error)
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"/{language}/Fellowships/Cases/ReturnForCorrection/{story.Application.Id}")).Form()
            .Fill("FieldKeys", "about.address").Fill("Note", "住所の番地").Fill("DueOn.Year", "2026").Fill("DueOn.Month", "8").Fill("DueOn.Day", "31").SubmitAsync();
        Assert.EndsWith(error, page.ErrorOf("DueOn"), StringComparison.Ordinal);
        Assert.Equal(("about.address", "住所の番地", "31"), (page.Form().Value("FieldKeys"), page.Form().Value("Note"), page.Form().Value("DueOn.Day")));
    }

    [Theory]
    [InlineData("ja", "理由を選んでください", "理由を書いてください")]
    [InlineData("en", "Select the reason", "Write the reason")]
    public async Task Screening_out_needs_a_reason_and_a_note(string language, params string[] errors)
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"/{language}/Fellowships/Cases/ScreenOut/{story.Application.Id}")).Form().SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FellowshipApplicationStatus.Submitted), (page.Status, await StatusAsync(story)));
        Assert.Equal(errors, page.Errors);
    }

    [Theory]
    [InlineData("ja", "修正の期限がまだ来ていません。対象外とするかどうかは、期限が過ぎてから決めてください")]
    [InlineData("en", "The candidate still has time to correct the application. You can screen it out once that time is over")]
    public async Task A_running_correction_has_no_way_out_of_the_screening(string language, string error)
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var (details, away) = ($"/{language}/Fellowships/Cases/Details/{story.Application.Id}", $"/{language}/Fellowships/Cases/ScreenOut/{story.Application.Id}");
        Assert.NotEmpty((await officer.GetAsync(details)).TextsOf($"a[href='{away}']"));
        var early = (await officer.GetAsync(away)).Form();
        Assert.Empty((await host.SendAsync(officer.Actor, new ReturnForCorrection(
            story.Application.Id, story.Application.Version, ["about.phone"], "番号を直してください。", new DateOnly(2026, 9, 15)))).Errors);

        var version = await host.InDatabaseAsync(db => db.FellowshipApplications.Where(a => a.Id == story.Application.Id).Select(a => a.Version).SingleAsync());
        var page = await early.Fill("Version", $"{version}").Fill("ReasonCode", nameof(ScreeningReason.NotCorrected)).Fill("Note", "直っていません。").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FellowshipApplicationStatus.ReturnedForCorrection), (page.Status, await StatusAsync(story)));
        Assert.Equal([error], page.Errors);
        Assert.Empty(page.TextsOf("button.btn--danger"));
        Assert.Empty((await officer.GetAsync(details)).TextsOf($"a[href='{away}']"));
    }

    [Fact]
    public async Task Screening_out_ends_the_case_with_its_reason()
    {
        var story = await SubmittedAsync();
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var page = await (await officer.GetAsync($"/en/Fellowships/Cases/ScreenOut/{story.Application.Id}")).Form()
            .Fill("ReasonCode", nameof(ScreeningReason.DocumentsMissing)).Fill("Note", "The transcript is missing.").SubmitAsync();
        Assert.Contains("Documents are missing", page.Text, StringComparison.Ordinal);
        Assert.Contains("The transcript is missing.", page.Text, StringComparison.Ordinal);
        Assert.Equal(FellowshipApplicationStatus.ScreenedOut, await StatusAsync(story));
        Assert.Empty(page.TextsOf("#screen"));
    }

    [Theory]
    [InlineData("ja", "別の人がこの申請を更新しました")]
    [InlineData("en", "Somebody else changed this application")]
    public async Task A_stale_page_says_so_shows_the_present_state_and_keeps_what_was_typed(string language, string said)
    {
        var story = await SubmittedAsync();
        using var first = await host.People.OfficerAsync(Government.Japan);
        using var second = await host.People.OfficerAsync(Government.Japan);
        var form = (await second.GetAsync($"/{language}/Fellowships/Cases/ScreenOut/{story.Application.Id}")).Form();
        await (await first.GetAsync($"/{language}/Fellowships/Cases/Details/{story.Application.Id}")).Form().SubmitAsync();
        var page = await form.Fill("ReasonCode", nameof(ScreeningReason.Duplicate)).Fill("Note", "二重の申請です。").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains(language == "ja" ? "書類確認済み" : "Screened in", page.TextOf("main .tag"), StringComparison.Ordinal);
        Assert.Equal("二重の申請です。", page.Form().Value("Note"));
        Assert.Equal(FellowshipApplicationStatus.ScreenedIn, await StatusAsync(story));
    }

    [Fact]
    public async Task The_hosts_attempt_is_refused_and_kept_in_the_history()
    {
        var story = await SubmittedAsync();
        using var hosting = await host.People.OfficerAsync(Government.UnitedStates);
        await Assert.ThrowsAsync<ForbiddenException>(() => host.SendAsync(hosting.Actor, new ScreenIn(story.Application.Id, story.Application.Version)));
        var refusals = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == story.Application.Id && e.Refusal != null).ToListAsync());
        Assert.Equal(("Shared.Forbidden", hosting.Id, "ScreenIn"), Assert.Single(refusals.Select(r => (r.Refusal, r.ActorId, r.Operation))));
    }

    private async Task<ApplicationStory> SubmittedAsync() => await (await CaseWorld.OpenAsync(host)).AddAsync(s => s.Submitted());

    private async Task<FellowshipApplicationStatus> StatusAsync(ApplicationStory story) =>
        await host.InDatabaseAsync(db => db.FellowshipApplications.Where(a => a.Id == story.Application.Id).Select(a => a.Status).SingleAsync());
}
