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
            "Monday, August 31, 2026, 11:00 p.m. U.S. Eastern time (EDT)", "Note to the candidate: changed", "Reason for screening out: – → Documents are missing", "Verified: 2 entries",
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
        Assert.Contains("DecidingOfficial of Japan（機関）", item.TextOf("main table"), StringComparison.Ordinal);
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
