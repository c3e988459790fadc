using System.Net;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Reporting;

public sealed class HistoryTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Role.ProgrammeOfficer), InlineData(Role.DecidingOfficial), InlineData(Role.Administrator)]
    public async Task Only_auditors_read_histories(Role role)
    {
        using var person = await host.People.StaffAsync(role, Government.Japan);
        using var candidate = await host.People.CandidateAsync();
        using var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/en/Reporting/History")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.GetAsync("/en/Reporting/History")).Status);
        Assert.EndsWith("/Account/SignIn", (await visitor.GetAsync("/en/Reporting/History")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_and_says_who_for_which_office_when_what_and_why()
    {
        var application = await ScreenedOutAsync();
        using var auditor = await host.People.AuditorAsync(Government.UnitedStates);
        var found = await auditor.GetAsync($"/en/Reporting/History?q={application.Number.ToLowerInvariant()}");
        var page = await found.FollowAsync(application.Number);
        Assert.Equal($"History of Application {application.Number}", page.Heading);
        foreach (var shown in new[]
        {
            "Screened out", "ProgrammeOfficer of Japan, Agency", "From “Submitted” to “Screened out”", "Tuesday, September 1, 2026, 12:00 p.m. Japan time (JST)",
            "Monday, August 31, 2026, 11:00 p.m. U.S. Eastern time (EDT)", "Note to the candidate: changed", "Reason for screening out: Documents are missing", "Verified: 2 entries",
        })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("書類がありません", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_reasons_and_readings_are_part_of_it()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = (await world.ListAsync(AwardListStatus.Proposed)).List;
        using var official = await host.People.OfficialAsync(Government.Japan);
        Assert.NotEmpty((await host.SendAsync(official.Actor, new Portal.Application.Fellowships.Commands.SignAwardList(list.Id, "other"))).Errors);
        Assert.Empty((await host.SendAsync(official.Actor, new Portal.Application.Fellowships.Commands.ReturnAwardList(list.Id, "順位の見直し"))).Errors);
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var page = await (await auditor.GetAsync($"/ja/Reporting/History?q={list.Id}")).FollowAsync($"採択候補一覧 {world.Call.Code}");
        foreach (var shown in new[] { "受け付けませんでした： ページを開いた後に内容が変わりました", "理由： 順位の見直し", "採択候補一覧を差し戻した" })
        {
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
        }

        var application = await ScreenedOutAsync();
        await official.GetAsync($"/ja/Fellowships/Cases/Details/{application.Id}");
        var item = await auditor.GetAsync($"/ja/Reporting/History/Item/{application.Id}?type=FellowshipApplication");
        Assert.Contains("機関 DecidingOfficial of Japan", item.TextOf("main table"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "所属", "機関：", "本人：")]
    [InlineData("en", "Membership", "Organisation: ", "Person: ")]
    public async Task What_changed_names_offices_and_people(string language, string kind, string office, string person)
    {
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var membership = await host.InDatabaseAsync(db => db.Memberships.SingleAsync(m => m.PersonId == officer.Id));
        var organisation = await host.InDatabaseAsync(db => db.Organisations.SingleAsync(o => o.Id == membership.OrganisationId));
        var page = await auditor.GetAsync($"/{language}/Reporting/History/Item/{membership.Id}?type=Membership");
        Assert.Contains($"{kind} {organisation.Code} ProgrammeOfficer of Japan", page.Heading, StringComparison.Ordinal);
        var named = organisation.NameOn(DateOnly.MaxValue).In(language);
        Assert.True(named.Length > 0);
        Assert.Contains(office + named, page.Text, StringComparison.Ordinal);
        Assert.Contains(person + "ProgrammeOfficer of Japan", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(officer.Id.ToString(), page.TextOf("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "本人：氏名は表示しません", "機関：現在は登録がありません", "募集：現在は登録がありません")]
    [InlineData("en", "Person: name not shown", "Organisation: no longer registered", "Call: no longer registered")]
    public async Task Who_is_no_member_on_the_readers_side_and_what_is_gone_stay_without_a_name(string language, string person, string office, string call)
    {
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        using var stranger = await host.People.OfficerAsync(Government.UnitedStates);
        var application = await ScreenedOutAsync();
        var changes = $$"""[{"Field":"PersonId","Old":null,"New":"{{stranger.Id}}"},{"Field":"OrganisationId","Old":null,"New":"{{Guid.NewGuid()}}"},{"Field":"CallId","Old":null,"New":"{{Guid.NewGuid()}}"}]""";
        await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == application.Id && e.Sequence == 1).ExecuteUpdateAsync(s => s.SetProperty(e => e.Changes, changes)));
        var text = (await auditor.GetAsync($"/{language}/Reporting/History/Item/{application.Id}?type=FellowshipApplication")).TextOf("main");
        Assert.All(new[] { person, office, call }, shown => Assert.Contains(shown, text, StringComparison.Ordinal));
        Assert.DoesNotContain("of UnitedStates", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "候補外", "米国による採択候補一覧への同意", "として開始")]
    [InlineData("en", "Not proposed", "United States, agreement to the award list", "Began as")]
    public async Task Outcomes_and_signatures_are_told_in_words_and_a_first_signature_begins_nothing(string language, string outcome, string signature, string began)
    {
        var world = await CaseWorld.OpenAsync(host);
        var story = await world.ListAsync(AwardListStatus.Proposed);
        using var official = await host.People.OfficialAsync(Government.UnitedStates);
        Assert.Empty((await host.SendAsync(official.Actor, new Portal.Application.Fellowships.Commands.SignAwardList(story.List.Id, story.List.ContentHash))).Errors);
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var page = await auditor.GetAsync($"/{language}/Reporting/History/Item/{story.List.Id}?type=AwardList");
        Assert.All(new[] { outcome, signature }, shown => Assert.Contains(shown, page.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(began, page.TextsOf("main .timeline > li")[^1], StringComparison.Ordinal);
        Assert.All(story.Cases, c => Assert.Contains(c.Number, page.Text, StringComparison.Ordinal));
        Assert.Contains(world.Call.Code, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_sides_items_do_not_exist()
    {
        using var mine = await host.People.AuditorAsync(Government.Japan);
        using var theirs = await host.People.AuditorAsync(Government.UnitedStates);
        var membership = await host.InDatabaseAsync(db => db.Memberships.Where(m => m.PersonId == theirs.Id).Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync($"/en/Reporting/History/Item/{membership}?type=Membership")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync($"/en/Reporting/History/Item/{membership}?type=Membership")).Status);
        Assert.Contains("0 items", (await mine.GetAsync($"/en/Reporting/History?q={membership}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync($"/en/Reporting/History/Item/{Guid.NewGuid()}?type=FellowshipCall")).Status);
        Assert.NotEmpty((await theirs.GetAsync("/en/Reporting/History?q=cisa")).TextsOf("tbody tr"));
    }

    [Theory]
    [InlineData("ja", "1番目の記録が、書かれた後に変えられています。")]
    [InlineData("en", "Entry 1 was changed after it was written.")]
    public async Task A_changed_entry_shows(string language, string said)
    {
        var application = await ScreenedOutAsync();
        await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == application.Id && e.Sequence == 1).ExecuteUpdateAsync(s => s.SetProperty(e => e.Operation, "ScreenIn")));
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        Assert.Contains(said, (await auditor.GetAsync($"/{language}/Reporting/History/Item/{application.Id}?type=FellowshipApplication")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_has_its_words()
    {
        var commands = typeof(IPortalDb).Assembly.GetTypes().Where(t => t.IsPublic && !t.IsAbstract && t.IsAssignableTo(typeof(IBaseCommand))).ToList();
        var known = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Portal.Web", "Resources", "Reporting.ja.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        Assert.True(commands.Count > 20);
        Assert.All(commands, c => Assert.Contains($"Reporting.Operation.{c.Name}", known));
    }

    private async Task<FellowshipApplication> ScreenedOutAsync()
    {
        var world = await CaseWorld.OpenAsync(host);
        var application = (await world.AddAsync(s => s.Submitted())).Application;
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var command = new Portal.Application.Fellowships.Commands.ScreenOut(application.Id, application.Version, ScreeningReason.DocumentsMissing, "書類がありません");
        Assert.Empty((await host.SendAsync(officer.Actor, command)).Errors);
        return application;
    }
}
