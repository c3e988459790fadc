using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Identity;

public sealed class OrganisationsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task An_organisation_is_registered_and_renamed_with_dates()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var form = (await admin.GetAsync("/en/Identity/Organisations/Register")).Form();
        var details = await Dated(form.Fill("Code", "ｍｏｊ").Fill("Ja", "法務省").Fill("En", "Ministry of Justice"), "2001", "1", "6").SubmitAsync();
        Assert.Equal("Ministry of Justice", details.Heading);

        var rename = (await details.FollowAsync("Give a new name")).Form();
        var renamed = await Dated(rename.Fill("Ja", "新法務省").Fill("En", "New Ministry"), "２０９９", "４", "１").SubmitAsync();
        Assert.Equal("Ministry of Justice", renamed.Heading);
        Assert.Equal(["Later name", "In force today"], renamed.TextsOf("tbody td:last-child"));
        Assert.Contains("MOJ", (await admin.GetAsync("/ja/Identity/Organisations")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "コードは英字で始まる2〜20字の英数字とハイフンで入力してください（例：NISC）", "日本語の名称を入力してください", "英語の名称を入力してください", "名称を使い始める日を入力してください（例：2027年4月1日）")]
    [InlineData("en", "Enter a code of 2 to 20 letters, digits and hyphens that begins with a letter, for example CISA", "Enter the Japanese name", "Enter the English name", "Enter the first day of the name, for example 2027 4 1")]
    public async Task What_is_missing_is_said(string language, params string[] errors)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var answer = await (await admin.GetAsync($"/{language}/Identity/Organisations/Register")).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(errors, answer.Errors);
    }

    [Theory]
    [InlineData("ja", "実在する日付を入力してください（例：2027年4月1日）", "この日から始まる名称がすでにあります。別の日を入力してください")]
    [InlineData("en", "Enter a real date, for example 2027 4 1", "Another name already begins on this day. Enter another day")]
    public async Task A_day_that_does_not_exist_or_is_taken_is_refused(string language, string notReal, string taken)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var organisation = await OrganisationAsync(Government.Japan);
        async Task<HtmlPage> RenameAsync(string day) =>
            await Dated((await admin.GetAsync($"/{language}/Identity/Organisations/Rename/{organisation.Id}")).Form(), organisation.Names[0].From.Year.ToString(), organisation.Names[0].From.Month.ToString(), day).SubmitAsync();

        var wrong = await RenameAsync("32");
        Assert.Equal([notReal], wrong.Errors);
        Assert.Equal("32", wrong.Form().Value("From.Day"));
        Assert.Equal([taken], (await RenameAsync(organisation.Names[0].From.Day.ToString())).Errors);
    }

    [Theory]
    [InlineData("ja", "このコードは別の機関が使っています。別のコードを入力してください")]
    [InlineData("en", "Another organisation has this code. Enter another one")]
    public async Task A_code_is_given_once(string language, string error)
    {
        using var admin = await host.People.AdministratorAsync(Government.UnitedStates);
        var code = (await OrganisationAsync(Government.UnitedStates)).Code.ToLowerInvariant();
        var form = (await admin.GetAsync($"/{language}/Identity/Organisations/Register")).Form().Fill("Code", code).Fill("Ja", "名").Fill("En", "Name");
        Assert.Equal(error, (await Dated(form, "2027", "4", "1").SubmitAsync()).SentenceAt("Code"));
    }

    [Fact]
    public async Task The_other_governments_organisations_do_not_exist()
    {
        using var theirs = await host.People.AdministratorAsync(Government.UnitedStates);
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var organisation = await OrganisationAsync(Government.UnitedStates);
        Assert.DoesNotContain(organisation.Code, (await admin.GetAsync("/en/Identity/Organisations")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/en/Identity/Organisations/Details/{organisation.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/en/Identity/Organisations/Rename/{organisation.Id}")).Status);

        var own = await admin.GetAsync($"/en/Identity/Organisations/Rename/{(await OrganisationAsync(Government.Japan)).Id}");
        var forced = await own.PostAsync(admin.Client, $"/en/Identity/Organisations/Rename/{organisation.Id}", ("Ja", "x"), ("En", "x"), ("From.Year", "2027"), ("From.Month", "4"), ("From.Day", "1"));
        Assert.Equal(HttpStatusCode.NotFound, forced.Status);
    }

    [Theory]
    [InlineData("/en/Identity/Organisations")]
    [InlineData("/en/Identity/Organisations/Register")]
    [InlineData("/en/Identity/Members")]
    [InlineData("/en/Identity/Members/Invite")]
    public async Task Only_administrators_come_in(string path)
    {
        SignedIn[] others = [await host.People.CandidateAsync(), await host.People.OfficerAsync(Government.Japan), await host.People.OfficialAsync(Government.UnitedStates), await host.People.AuditorAsync(Government.Japan)];
        Assert.All(await Task.WhenAll(others.Select(p => p.GetAsync(path))), page => Assert.Equal(HttpStatusCode.Forbidden, page.Status));
        Assert.Equal("/en/Account/SignIn", (await host.Visitor().GetAsync(path)).Path);
    }

    private Task<Organisation> OrganisationAsync(Government government) =>
        host.InDatabaseAsync(db => db.Organisations.AsNoTracking().Where(o => o.Government == government).OrderBy(o => o.Id).FirstAsync());

    private static HtmlForm Dated(HtmlForm form, string year, string month, string day) => form.Fill("From.Year", year).Fill("From.Month", month).Fill("From.Day", day);
}
