using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Commands;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class InvitationTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", Government.Japan, "監査担当", "役割を引き受けました")]
    [InlineData("en", Government.UnitedStates, "Auditor", "The role is yours")]
    public async Task Somebody_without_an_account_registers_and_comes_back_to_accept(string language, Government government, string role, string accepted)
    {
        var address = $"invited-{language}@example.jp";
        var (id, link) = await InviteAsync(government, address);
        using var client = host.Visitor();
        var page = await client.GetAsync(link);
        Assert.Equal(language, page.Lang);
        Assert.Contains(role, page.Text, StringComparison.Ordinal);

        var form = (await page.FollowAsync(language == "ja" ? "アカウントを作る" : "Create an account")).Form();
        Assert.Equal(address, form.Value("Address"));
        await form.Fill("Name", "検査 太郎").Fill("Password", AccountPages.Password).SubmitAsync();
        var confirm = await client.GetAsync(await host.LinkAsync(address, "ConfirmMail"));
        var confirmed = await confirm.Form().Fill("Password", AccountPages.Password).SubmitAsync();
        var again = await confirmed.FollowAsync(language == "ja" ? "招待のページへ" : "Go to your invitation");
        Assert.Equal(accepted, (await again.Form().SubmitAsync()).Heading);
        Assert.NotNull((await MembershipAsync(id)).PersonId);
        Assert.Contains("\"left\":900", (await client.GetAsync("/en/Account/Session")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_link_accepts_nothing()
    {
        using var person = await host.People.CandidateAsync();
        var (id, link) = await InviteAsync(Government.Japan, await AddressOfAsync(person));
        await host.Visitor().GetAsync(link);
        await person.GetAsync(link);
        Assert.Null((await MembershipAsync(id)).AcceptedAt);
    }

    [Fact]
    public async Task A_role_counts_on_the_next_request()
    {
        using var person = await host.People.CandidateAsync();
        var (_, link) = await InviteAsync(Government.Japan, await AddressOfAsync(person), Role.Administrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/en/Identity/Members")).Status);
        await (await person.GetAsync(link)).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/en/Identity/Members")).Status);
        Assert.Equal("This link cannot be used", (await person.GetAsync(link.Replace("/ja/", "/en/", StringComparison.Ordinal))).Heading);
    }

    [Theory]
    [InlineData("ja", "別のメールアドレスへの招待です")]
    [InlineData("en", "The invitation is for another mail address")]
    public async Task Somebody_else_cannot_accept_it(string language, string text)
    {
        var (id, link) = await InviteAsync(Government.Japan, $"meant-{language}@example.jp");
        using var person = await host.People.CandidateAsync();
        var page = await person.GetAsync(link.Replace("/ja/", $"/{language}/", StringComparison.Ordinal));
        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("form[action*='/Accept']"));

        var token = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var forced = await page.PostAsync(person.Client, $"/{language}/Account/Invitation/Accept", ("token", token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        Assert.Contains(text, Assert.Single(forced.Errors), StringComparison.Ordinal);
        Assert.Null((await MembershipAsync(id)).AcceptedAt);
    }

    [Theory]
    [InlineData("ja", "相手国政府の役割に就いています。両方の政府の役割を同時に持つことはできません")]
    [InlineData("en", "You hold a role for the other government. Nobody can serve both at the same time")]
    public async Task Nobody_serves_both_governments(string language, string error)
    {
        using var person = await host.People.OfficerAsync(Government.UnitedStates);
        var (id, link) = await InviteAsync(Government.Japan, await AddressOfAsync(person));
        var answer = await (await person.GetAsync(link.Replace("/ja/", $"/{language}/", StringComparison.Ordinal))).Form().SubmitAsync();
        Assert.Equal([error], answer.Errors);
        Assert.Null((await MembershipAsync(id)).AcceptedAt);
    }

    [Fact]
    public async Task A_link_that_is_foreign_replaced_taken_back_or_old_says_so()
    {
        const string Void = "This link cannot be used";
        Assert.Equal(Void, (await host.Visitor().GetAsync("/en/Account/Invitation?token=abc")).Heading);
        Assert.Equal(Void, (await host.Visitor().GetAsync("/en/Account/Invitation")).Heading);

        var admin = Actors.Administrator(Government.UnitedStates);
        var (id, link) = await InviteAsync(Government.UnitedStates, "replaced@example.jp");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendAsync(admin, new InviteAgain(id));
        Assert.Equal(Void, (await host.Visitor().GetAsync(link)).Heading);

        var newer = await host.LinkAsync("replaced@example.jp", "Invitation");
        Assert.Equal("You are invited to a role", (await host.Visitor().GetAsync(newer)).Heading);
        await host.SendAsync(admin, new EndMembership(id, null, "Wrong person"));
        Assert.Equal(Void, (await host.Visitor().GetAsync(newer)).Heading);

        var (_, old) = await InviteAsync(Government.UnitedStates, "old@example.jp");
        host.Clock.Advance(Membership.InvitationLife);
        Assert.Equal(Void, (await host.Visitor().GetAsync(old)).Heading);
    }

    private async Task<(Guid Id, string Link)> InviteAsync(Government government, string address, Role role = Role.Auditor)
    {
        using var admin = await host.People.AdministratorAsync(government);
        var organisation = await host.InDatabaseAsync(db => db.Organisations.Where(o => o.Government == government).Select(o => o.Id).FirstAsync());
        var invited = await host.SendAsync(admin.Actor, new InviteMember(organisation, role, address, null, null));
        Assert.Empty(invited.Errors);
        return (invited.Value, await host.LinkAsync(address, "Invitation"));
    }

    private Task<Membership> MembershipAsync(Guid id) => host.InDatabaseAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.Id == id));

    private Task<string> AddressOfAsync(SignedIn person) => host.InDatabaseAsync(db => db.People.Where(p => p.Id == person.Id).Select(p => p.MailAddress).SingleAsync());
}
