using System.Net;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Fellowships;

/// <summary>Who sees the pages of officers, officials and auditors, and who may act there.</summary>
public sealed class StaffAccessTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string> Pages => ["Fellowships/Cases", "Fellowships/Cases/Details/{case}", "Fellowships/AwardLists", "Fellowships/AwardLists/Details/{list}", "Fellowships/AwardLists/Rehearse/{list}"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_stranger_is_asked_to_sign_in(string page)
    {
        using var visitor = host.Visitor();
        Assert.EndsWith("/Account/SignIn", (await visitor.GetAsync("/ja/" + await AddressAsync(page))).Path, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Candidates_and_administrators_see_no_case(string page)
    {
        var address = "/en/" + await AddressAsync(page);
        using var candidate = await host.People.CandidateAsync();
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        Assert.Equal(HttpStatusCode.Forbidden, (await candidate.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync(address)).Status);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Officers_officials_and_auditors_of_both_governments_see_all(string page)
    {
        var address = "/ja/" + await AddressAsync(page);
        foreach (var government in Governments.Both)
        {
            foreach (var role in new[] { Role.ProgrammeOfficer, Role.DecidingOfficial, Role.Auditor })
            {
                using var reader = await host.People.StaffAsync(role, government);
                Assert.Equal((role, HttpStatusCode.OK), (role, (await reader.GetAsync(address)).Status));
            }
        }
    }

    [Fact]
    public async Task Unknown_ids_are_not_found_and_drafts_are_unknown()
    {
        var world = await CaseWorld.OpenAsync(host);
        var draft = (await world.AddAsync(s => s.Completed())).Application;
        using var officer = await host.People.OfficerAsync(Government.Japan);
        foreach (var address in new[] { $"Cases/Details/{Guid.NewGuid()}", $"Cases/Details/{draft.Id}", $"AwardLists/Details/{Guid.NewGuid()}", $"AwardLists/Rehearse/{Guid.NewGuid()}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/en/Fellowships/" + address)).Status);
        }
    }

    [Theory]
    [InlineData(Role.ProgrammeOfficer, Government.UnitedStates), InlineData(Role.DecidingOfficial, Government.Japan), InlineData(Role.Auditor, Government.Japan), InlineData(Role.Administrator, Government.Japan)]
    public async Task Only_officers_of_the_sending_agency_screen(Role role, Government government)
    {
        var world = await CaseWorld.OpenAsync(host);
        var application = (await world.AddAsync(s => s.Submitted())).Application;
        using var person = await host.People.StaffAsync(role, government);
        var details = await person.GetAsync($"/en/Fellowships/Cases/Details/{application.Id}");
        Assert.Empty(details.TextsOf("#screen"));
        foreach (var step in new[] { "ScreenIn", "ScreenOut", "ReturnForCorrection" })
        {
            var answer = await PostAsync(person, $"/en/Fellowships/Cases/{step}/{application.Id}",
                ("Version", "1"), ("ReasonCode", "Duplicate"), ("Note", "x"), ("FieldKeys", "about.phone"), ("DueOn.Year", "2026"), ("DueOn.Month", "9"), ("DueOn.Day", "30"));
            Assert.True(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{step}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Lists_are_drafted_by_officers_and_agreed_by_officials_only()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = (await world.ListAsync(AwardListStatus.Proposed)).List;
        using var officer = await host.People.OfficerAsync(Government.Japan);
        using var official = await host.People.OfficialAsync(Government.Japan);
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        async Task ForbiddenAsync(SignedIn person, string step) => Assert.Equal((step, HttpStatusCode.Forbidden),
            (step, (await PostAsync(person, $"/en/Fellowships/AwardLists/{step}/{list.Id}", ("seenHash", list.ContentHash), ("reason", "x"), ("Version", "1"), ("AnswerOn.Year", "2027"), ("AnswerOn.Month", "1"), ("AnswerOn.Day", "5"))).Status));
        foreach (var step in new[] { "Agree", "Return" })
        {
            await ForbiddenAsync(officer, step);
        }

        foreach (var step in new[] { "Edit", "Propose", "Stage", "Release" })
        {
            await ForbiddenAsync(official, step);
        }

        foreach (var step in new[] { "Edit", "Propose", "Agree", "Return", "Stage", "Release" })
        {
            await ForbiddenAsync(auditor, step);
        }
    }

    private static async Task<HtmlPage> PostAsync(SignedIn person, string address, params (string Name, string Value)[] fields)
    {
        var token = (await person.GetAsync("/en")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await person.Client.PostAsync(address, fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
    }

    private async Task<string> AddressAsync(string page)
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = await world.ListAsync(AwardListStatus.Staged, cases: 1);
        return page.Replace("{case}", list.Cases[0].Id.ToString(), StringComparison.Ordinal).Replace("{list}", list.List.Id.ToString(), StringComparison.Ordinal);
    }
}
