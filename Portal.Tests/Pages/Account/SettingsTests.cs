using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class SettingsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_name_and_the_language_of_mail_can_be_changed()
    {
        using var person = await host.People.CandidateAsync();
        var form = (await person.GetAsync("/en/Account/Settings")).Form().Fill("DisplayName", "  山田　 花子 ").Fill("Language", "ja");
        Assert.Contains("Your changes are saved", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        var stored = await host.InDatabaseAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id));
        Assert.Equal(("山田 花子", "ja"), (stored.DisplayName, stored.Language));
    }

    [Theory]
    [InlineData("ja", "表示する名前を入力してください", "名前に、見えない文字か読み取れない文字があります。消すか、入力し直してください")]
    [InlineData("en", "Enter the name to show", "The name contains an invisible or unreadable character. Delete it or type the name again")]
    public async Task A_name_that_shows_nothing_is_refused(string language, string missing, string forbidden)
    {
        using var person = await host.People.CandidateAsync();
        async Task<HtmlPage> SendAsync(string name) => await (await person.GetAsync($"/{language}/Account/Settings")).Form().Fill("DisplayName", name).SubmitAsync();
        Assert.Equal([missing], (await SendAsync(" ")).Errors);
        Assert.Equal(forbidden, (await SendAsync("Hanako\u202Eotas")).SentenceAt("DisplayName"));
    }
}
