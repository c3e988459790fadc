using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Commands;
using Portal.Application.Shared;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Identity;

public sealed class MembersTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Government.Japan, "ja")]
    [InlineData(Government.UnitedStates, "en")]
    public async Task An_invitation_goes_out_in_the_language_of_the_government(Government government, string language)
    {
        using var admin = await host.People.AdministratorAsync(government);
        var form = (await admin.GetAsync("/en/Identity/Members/Invite")).Form();
        var list = await form.Fill("OrganisationId", (await OfficeAsync(government)).ToString()).Fill("Role", nameof(Role.DecidingOfficial)).Fill("Address", $"Ｏｆｆｉｃｉａｌ-{language}@example.jp").SubmitAsync();
        Assert.Equal("/en/Identity/Members", list.Path);
        Assert.Contains($"official-{language}@example.jp", (await admin.GetAsync("/en/Identity/Members?role=DecidingOfficial")).Text, StringComparison.Ordinal);
        Assert.StartsWith($"/{language}/", await host.LinkAsync($"official-{language}@example.jp", "Invitation"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "機関を選んでください", "役割を選んでください", "メールアドレスを入力してください（例：taro@example.go.jp）")]
    [InlineData("en", "Select an organisation", "Select a role", "Enter a mail address, for example taro@example.go.jp")]
    public async Task What_is_missing_is_said(string language, params string[] errors)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var answer = await (await admin.GetAsync($"/{language}/Identity/Members/Invite")).Form().Fill("Address", "taro").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "taro"), (answer.Status, answer.Form().Value("Address")));
        Assert.Equal(errors, answer.Errors);
    }

    [Theory]
    [InlineData("ja", "終了日は、開始日と同じか、あとの日にしてください", "このアドレスは、この機関の同じ役割に、すでに就いているか招待されています")]
    [InlineData("en", "The last day must not be before the first day", "This address has this role at this organisation already, or is invited to it")]
    public async Task An_end_before_the_start_and_a_second_invitation_are_refused(string language, string early, string twice)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var office = await OfficeAsync(Government.Japan);
        async Task<HtmlPage> InviteAsync(string endYear) => await (await admin.GetAsync($"/{language}/Identity/Members/Invite")).Form()
            .Fill("OrganisationId", office.ToString()).Fill("Role", nameof(Role.Auditor)).Fill("Address", $"twice-{language}@example.jp")
            .Fill("EndsOn.Year", endYear).Fill("EndsOn.Month", "1").Fill("EndsOn.Day", "1").SubmitAsync();

        Assert.Equal(early, (await InviteAsync("2020")).SentenceAt("EndsOn"));
        Assert.Empty((await InviteAsync("2099")).Errors);
        Assert.Equal(twice, (await InviteAsync("2099")).SentenceAt("Address"));
    }

    [Fact]
    public async Task The_list_shows_the_own_side_only_and_filters_by_role_and_state()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        using var theirs = await host.People.AdministratorAsync(Government.UnitedStates);
        var mine = await InviteAsync(admin, Government.Japan, "ours@example.jp");
        await InviteAsync(theirs, Government.UnitedStates, "theirs@example.jp");

        var all = await admin.GetAsync("/en/Identity/Members");
        Assert.Contains("ours@example.jp", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("theirs@example.jp", all.Text, StringComparison.Ordinal);
        Assert.Contains("ours@example.jp", (await admin.GetAsync("/en/Identity/Members?role=Auditor&state=Invited")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ours@example.jp", (await admin.GetAsync("/en/Identity/Members?state=InForce")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ours@example.jp", (await admin.GetAsync("/en/Identity/Members?role=ProgrammeOfficer")).Text, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, mine);
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        using var admin = await host.People.AdministratorAsync(Government.UnitedStates);
        for (var i = 0; i < 51; i++)
        {
            await InviteAsync(admin, Government.UnitedStates, $"many-{i:00}@example.jp");
        }

        Assert.Equal(50, (await admin.GetAsync("/en/Identity/Members?state=Invited")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("many-50@example.jp", (await admin.GetAsync("/en/Identity/Members?state=Invited&page=2")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "理由を書いてください")]
    [InlineData("en", "Write the reason")]
    public async Task Ending_a_role_needs_a_reason_and_counts_on_the_next_request(string language, string error)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        using var other = await host.People.AdministratorAsync(Government.Japan);
        var id = await host.InDatabaseAsync(db => db.Memberships.Where(m => m.PersonId == other.Id).Select(m => m.Id).SingleAsync());
        var path = $"/{language}/Identity/Members/End/{id}";
        Assert.Equal(error, (await (await admin.GetAsync(path)).Form().SubmitAsync()).SentenceAt("Reason"));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/en/Identity/Members")).Status);

        await (await admin.GetAsync(path)).Form().Fill("Reason", "Moved to another office").SubmitAsync();
        Assert.Equal("/en/Account/Session/TimedOut", (await other.GetAsync("/en/Identity/Members")).Path);
        var again = await host.People.AgainAsync(other);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GetAsync("/en/Identity/Members")).Status);
        var entry = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == id).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(("EndMembership", "Moved to another office", admin.Id), (entry.Operation, entry.Reason, entry.ActorId));
    }

    [Theory]
    [InlineData("ja", "自分の役割は終えられません。別の管理者に頼んでください")]
    [InlineData("en", "You cannot end your own role. Ask another administrator")]
    public async Task Nobody_ends_the_own_role(string language, string error)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var id = await host.InDatabaseAsync(db => db.Memberships.Where(m => m.PersonId == admin.Id).Select(m => m.Id).SingleAsync());
        var answer = await (await admin.GetAsync($"/{language}/Identity/Members/End/{id}")).Form().Fill("Reason", "I leave").SubmitAsync();
        Assert.Equal([error], answer.Errors);
    }

    [Fact]
    public async Task Inviting_again_sends_another_link()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var id = await InviteAsync(admin, Government.Japan, "again@example.jp");
        var first = await host.LinkAsync("again@example.jp", "Invitation");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await admin.GetAsync($"/en/Identity/Members/InviteAgain/{id}")).Form().SubmitAsync();
        Assert.Equal(2, (await host.MailAsync()).Count(m => m.To.Contains("again@example.jp", StringComparison.Ordinal)));
        Assert.NotEqual(first, await host.LinkAsync("again@example.jp", "Invitation"));
    }

    [Fact]
    public async Task The_other_governments_members_do_not_exist()
    {
        using var theirs = await host.People.AdministratorAsync(Government.UnitedStates);
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var id = await InviteAsync(theirs, Government.UnitedStates, "hidden@example.jp");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/en/Identity/Members/End/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/en/Identity/Members/InviteAgain/{id}")).Status);
        var page = await admin.GetAsync("/en/Identity/Members/Invite");
        Assert.Equal(HttpStatusCode.NotFound, (await page.PostAsync(admin.Client, $"/en/Identity/Members/End/{id}", ("Reason", "x"))).Status);
        var abroad = page.Form().With("OrganisationId", (await OfficeAsync(Government.UnitedStates)).ToString()).Fill("Role", nameof(Role.Auditor)).Fill("Address", "x@example.jp");
        Assert.Equal(HttpStatusCode.NotFound, (await abroad.SubmitAsync()).Status);
    }

    private async Task<Guid> InviteAsync(SignedIn admin, Government government, string address)
    {
        var invited = await host.SendAsync(admin.Actor, new InviteMember(await OfficeAsync(government), Role.Auditor, address, null, null));
        Assert.Empty(invited.Errors);
        return invited.Value;
    }

    private Task<Guid> OfficeAsync(Government government) =>
        host.InDatabaseAsync(db => db.Organisations.Where(o => o.Government == government).OrderBy(o => o.Id).Select(o => o.Id).FirstAsync());
}
