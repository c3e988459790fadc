using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Identity;

/// <summary>Registering and changing connected systems.</summary>
public sealed class SystemsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", Government.Japan)]
    [InlineData("en", Government.UnitedStates)]
    public async Task A_web_application_is_registered_with_its_public_key(string language, Government government)
    {
        using var admin = await host.People.AdministratorAsync(government);
        var form = await BlankAsync(admin, language);
        var details = await form.Fill("RedirectAddresses", "https://app.example.gov/callback\r\n\r\nhttps://app.example.gov/other").Fill("SignOutAddresses", "https://app.example.gov/")
            .Fill("Authentication", nameof(SystemAuthentication.Key)).Fill("Keys", SystemsInHost.EllipticKey()).SubmitAsync();
        Assert.StartsWith($"/{language}/Identity/Systems/Details/", details.Path, StringComparison.Ordinal);
        Assert.Equal(language == "ja" ? "案件台帳" : "Case register", details.Heading);
        var system = await NewestAsync(admin);
        Assert.Equal((admin.Actor.OrganisationId, government, SystemKind.Web, SystemAuthentication.Key), (system.OrganisationId, system.Government, system.Kind, system.Authentication));
        Assert.Equal(["https://app.example.gov/callback", "https://app.example.gov/other"], system.RedirectAddresses);
        Assert.Contains(system.ClientId, details.Text, StringComparison.Ordinal);
        Assert.Contains("EC P-256", details.Text, StringComparison.Ordinal);
        Assert.Contains(details.Heading, (await admin.GetAsync($"/{language}/Identity/Systems")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_a_repeated_click_registers_nothing_and_shows_none()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var before = await CountAsync();
        var form = ServiceOf(await BlankAsync(admin, "en"));
        var first = await form.SubmitAsync();
        var secret = first.TextOf("#secret");
        Assert.Equal(43, secret.Length);
        Assert.Equal("no-store", first.Headers["Cache-Control"]);

        var second = await form.SubmitAsync();
        Assert.Equal((HttpStatusCode.OK, ""), (second.Status, second.TextOf("#secret")));
        Assert.Contains("The secret was already shown", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, second.Html, StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync());
        Assert.Equal(Sha256.Of(secret), (await NewestAsync(admin)).SecretHash);
    }

    [Fact]
    public async Task Two_clicks_at_the_same_time_register_one_system_and_show_one_secret()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var before = await CountAsync();
        var form = ServiceOf(await BlankAsync(admin, "ja"));
        var pages = await Task.WhenAll(admin.Client.OpenAsync(form.Request()), admin.Client.OpenAsync(form.Request()));
        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Single(pages, p => p.TextOf("#secret").Length > 0);
        Assert.Single(pages, p => p.Text.Contains("シークレットは表示済みです", StringComparison.Ordinal));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("ja", "日本語の名称を入力してください", "英語の名称を入力してください", "機関を選んでください", "種類を選んでください", "システムの認証の方式を選んでください")]
    [InlineData("en", "Enter the Japanese name", "Enter the English name", "Select an organisation", "Select the kind of system", "Select how the system proves that it is itself")]
    public async Task What_is_missing_is_said(string language, params string[] errors)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var answer = await (await admin.GetAsync($"/{language}/Identity/Systems/Register")).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(errors, answer.Errors);
    }

    [Theory]
    [InlineData("ja", "1行目：https:// で始まるURLを入力してください 3行目：「#」以降を削除してください", "1行目：「*」は使えません。正確なURLを入力してください", "openid を選んでください。ログインに必要です")]
    [InlineData("en", "Line 1: the address must begin with https:// Line 3: take out # and what follows", "Line 1: enter the exact address, without *", "Tick openid: without it nobody can sign in")]
    public async Task Every_wrong_line_is_named_and_nothing_typed_is_lost(string language, string redirects, string signOut, string scopes)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        const string Typed = "http://127.0.0.1/callback\nhttps://app.example.gov/\nhttps://app.example.gov/#x";
        var answer = await (await BlankAsync(admin, language)).Fill("RedirectAddresses", Typed).Fill("SignOutAddresses", "https://*.example.gov/").Fill("Scopes", SystemScopes.Email)
            .Fill("Authentication", nameof(SystemAuthentication.Secret)).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(3, answer.Document.QuerySelectorAll(".field--err").Length);
        Assert.Equal((redirects, signOut, scopes), (answer.SentenceAt("RedirectAddresses"), answer.SentenceAt("SignOutAddresses"), answer.SentenceAt("Scopes")));
        var form = answer.Form();
        Assert.Equal((Typed, SystemScopes.Email, nameof(SystemKind.Web)), (form.Value("RedirectAddresses")!.ReplaceLineEndings("\n"), form.Value("Scopes"), form.Value("Kind")));
    }

    [Theory]
    [InlineData("ja", "端末上のアプリは、鍵やシークレットを安全に保管できません。「なし」を選んでください", "この種類のシステムには、鍵かシークレットが必要です", "サービスの場合は、空欄にしてください", "サービスは利用者の情報を使えません。選択をすべて外してください")]
    [InlineData("en", "An application on people's devices cannot keep a secret or a key. Select “None”", "This kind of system needs a key or a secret", "A service has no addresses. Leave this empty", "A service asks for nothing about people. Untick all")]
    public async Task A_kind_of_system_has_what_fits_it(string language, string native, string web, string address, string scope)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        async Task<HtmlPage> SendAsync(SystemKind kind, SystemAuthentication authentication) =>
            await (await BlankAsync(admin, language)).Fill("Kind", $"{kind}").Fill("Authentication", $"{authentication}").SubmitAsync();

        Assert.Equal(native, (await SendAsync(SystemKind.Native, SystemAuthentication.Secret)).SentenceAt("Authentication"));
        Assert.Equal(web, (await SendAsync(SystemKind.Web, SystemAuthentication.None)).SentenceAt("Authentication"));
        var service = await SendAsync(SystemKind.Service, SystemAuthentication.Secret);
        Assert.Equal((address, scope), (service.SentenceAt("RedirectAddresses"), service.SentenceAt("Scopes")));
        Assert.Empty((await SendAsync(SystemKind.Native, SystemAuthentication.None)).Errors);
    }

    [Theory]
    [InlineData("ja", "これは秘密鍵です。保存はしていませんが、システムの外に出たため、もう使えません。鍵を作り直し、公開鍵だけを貼り付けてください", "公開鍵を貼り付けてください", "鍵の強度が適切ではありません。RSAの鍵は2,048〜8,192ビットにしてください")]
    [InlineData("en", "This is a private key. It was not stored, but it has left the system: throw it away, make a new pair, and paste only the public part", "Paste the public key", "The key is too weak or too long. RSA keys need 2,048 to 8,192 bits")]
    public async Task A_pasted_private_key_is_refused_and_not_repeated(string language, string isPrivate, string missing, string weak)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var key = SystemsInHost.EllipticKey(withPrivatePart: true);
        async Task<HtmlPage> PasteAsync(string pasted) => await (await BlankAsync(admin, language)).Fill("Authentication", nameof(SystemAuthentication.Key)).Fill("Keys", pasted).SubmitAsync();

        var answer = await PasteAsync(key);
        Assert.Equal((isPrivate, ""), (answer.SentenceAt("Keys"), answer.Form().Value("Keys")!.Trim()));
        Assert.DoesNotContain("P-256", answer.Form().Value("Keys"), StringComparison.Ordinal);
        Assert.Equal(missing, (await PasteAsync("")).SentenceAt("Keys"));
        Assert.Equal(weak, (await PasteAsync(SystemsInHost.RsaKey(1024))).SentenceAt("Keys"));

        var system = await host.RegisterSystemAsync(admin, SystemKind.Web);
        var again = await (await admin.GetAsync($"/{language}/Identity/Systems/Keys/{system.Id}")).Form().Fill("Keys", key).SubmitAsync();
        Assert.Equal((isPrivate, ""), (again.SentenceAt("Keys"), again.Form().Value("Keys")!.Trim()));
    }

    [Theory]
    [InlineData("ja", "先に別の変更がありました。ページを開き直して、現在の内容を確かめてください。")]
    [InlineData("en", "Someone changed this first. Open the page again to see the current version.")]
    public async Task A_form_made_from_an_earlier_version_changes_nothing(string language, string error)
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(admin, SystemKind.Web);
        var old = new List<HtmlPage>();
        foreach (var step in new[] { "Change", "Keys", "Secret", "Suspend", "Resume", "Remove" })
        {
            old.Add(await admin.GetAsync($"/{language}/Identity/Systems/{step}/{system.Id}"));
        }

        await (await admin.GetAsync($"/{language}/Identity/Systems/Change/{system.Id}")).Form().Fill("En", "Renamed").SubmitAsync();
        var kept = await host.SystemAsync(system.Id);
        foreach (var page in old)
        {
            var form = page.Form().With("Reason", "Because").With("Keys", SystemsInHost.EllipticKey());
            var answer = await form.SubmitAsync();
            Assert.Equal((HttpStatusCode.Conflict, error), (answer.Status, Assert.Single(answer.Errors)));
        }

        Assert.Equal(kept.Version, (await host.SystemAsync(system.Id)).Version);
    }

    [Fact]
    public async Task A_change_sent_twice_has_one_effect()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(admin, SystemKind.Web);
        var form = (await admin.GetAsync($"/en/Identity/Systems/Change/{system.Id}")).Form().Fill("En", "Renamed").Fill("Ja", "新台帳");
        Assert.Equal(["Renamed", "Renamed"], new[] { await form.SubmitAsync(), await form.SubmitAsync() }.Select(p => p.Heading));
        Assert.Equal(2, (await host.SystemAsync(system.Id)).Version);
        Assert.Equal(1, await host.InDatabaseAsync(db => db.AuditEntries.CountAsync(e => e.CaseId == system.Id && e.Operation == "ChangeSystem")));
    }

    [Fact]
    public async Task The_kind_cannot_be_changed_by_a_forged_form()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var system = await host.RegisterSystemAsync(admin, SystemKind.Web);
        var answer = await (await admin.GetAsync($"/en/Identity/Systems/Change/{system.Id}")).Form().With("Kind", nameof(SystemKind.Native)).SubmitAsync();
        Assert.Equal(["The kind of a system cannot be changed. Register a new system"], answer.Errors);
    }

    private static async Task<HtmlForm> BlankAsync(SignedIn admin, string language) => (await admin.GetAsync($"/{language}/Identity/Systems/Register")).Form()
        .Fill("Ja", "案件台帳").Fill("En", "Case register").Fill("OrganisationId", $"{admin.Actor.OrganisationId}").Fill("Kind", nameof(SystemKind.Web))
        .Fill("RedirectAddresses", SystemsInHost.Callback).Fill("Scopes", SystemScopes.OpenId);

    private static HtmlForm ServiceOf(HtmlForm form) =>
        form.Fill("Kind", nameof(SystemKind.Service)).Fill("RedirectAddresses", "").Without("Scopes").Fill("Authentication", nameof(SystemAuthentication.Secret));

    private Task<int> CountAsync() => host.InDatabaseAsync(db => db.ConnectedSystems.CountAsync());

    private Task<ConnectedSystem> NewestAsync(SignedIn admin) => host.InDatabaseAsync(db =>
        db.ConnectedSystems.Where(s => s.OrganisationId == admin.Actor.OrganisationId).OrderByDescending(s => s.Id).FirstAsync());
}
