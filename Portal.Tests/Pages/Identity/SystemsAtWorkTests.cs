using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Identity;

/// <summary>What the pages register works for third-party client code, and what they suspend is refused at once.</summary>
public sealed class SystemsAtWorkTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_service_gets_a_token_with_the_secret_that_was_shown_until_there_is_another_one_or_it_is_suspended()
    {
        using var admin = await host.People.AdministratorAsync(Government.Japan);
        var shown = await (await BlankAsync(admin)).Fill("Kind", nameof(SystemKind.Service)).Fill("Authentication", nameof(SystemAuthentication.Secret)).SubmitAsync();
        var (id, first) = (IdIn(await shown.FollowAsync("It is copied")), shown.TextOf("#secret"));
        Assert.NotEmpty(Said(await OwnAsync(id, first), "access"));

        var second = (await (await admin.GetAsync($"/en/Identity/Systems/Secret/{id}")).Form().SubmitAsync()).TextOf("#secret");
        Assert.Equal("invalid_client", ErrorOf(await OwnAsync(id, first)));
        Assert.NotEmpty(Said(await OwnAsync(id, second), "access"));

        await StepAsync(admin, id, "Suspend");
        Assert.Equal("unauthorized_client", ErrorOf(await OwnAsync(id, second)));
        await StepAsync(admin, id, "Resume");
        Assert.NotEmpty(Said(await OwnAsync(id, second), "access"));
        await StepAsync(admin, id, "Remove");
        Assert.Equal("invalid_client", ErrorOf(await OwnAsync(id, second)));
    }

    [Fact]
    public async Task A_web_application_signs_a_person_in_with_its_own_key_and_loses_everything_when_it_is_suspended()
    {
        using var admin = await host.People.AdministratorAsync(Government.UnitedStates);
        using var person = await host.People.CandidateAsync();
        var key = SystemsInHost.EllipticKey(withPrivatePart: true);
        var details = await (await BlankAsync(admin)).Fill("Kind", nameof(SystemKind.Web)).Fill("RedirectAddresses", SystemsInHost.Callback)
            .Fill("Scopes", SystemScopes.OpenId, SystemScopes.OfflineAccess, SystemScopes.Me).Fill("Authentication", nameof(SystemAuthentication.Key)).Fill("Keys", PublicPart(key)).SubmitAsync();
        var app = new App(host, IdIn(details), key);
        var tokens = await app.SignInAsync(person, consents: true);
        Assert.Equal(person.Id.ToString(), Said(tokens, "subject"));
        Assert.Equal(HttpStatusCode.OK, await MeAsync(tokens));
        Assert.Equal(Said(tokens, "subject"), (await app.SignInAsync(person, consents: false)).GetProperty("subject").GetString());

        await StepAsync(admin, app.Id, "Suspend");
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(tokens));
        Assert.Equal("unauthorized_client", ErrorOf(await app.RunAsync("begin")));
        Assert.Equal("invalid_grant", ErrorOf(await app.RunAsync("renew", new { refresh = Said(tokens, "refresh") })));

        await StepAsync(admin, app.Id, "Resume");
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(tokens));
        Assert.Equal("invalid_grant", ErrorOf(await app.RunAsync("renew", new { refresh = Said(tokens, "refresh") })));
        Assert.Equal(HttpStatusCode.OK, await MeAsync(await app.SignInAsync(person, consents: true)));
    }

    private static async Task<HtmlForm> BlankAsync(SignedIn admin) => (await admin.GetAsync("/en/Identity/Systems/Register")).Form()
        .Fill("Ja", "案件台帳").Fill("En", "Case register").Fill("OrganisationId", $"{admin.Actor.OrganisationId}");

    private static async Task StepAsync(SignedIn admin, Guid id, string step)
    {
        var answer = await (await admin.GetAsync($"/en/Identity/Systems/{step}/{id}")).Form().With("Reason", "Test").SubmitAsync();
        Assert.Empty(answer.Errors);
    }

    private Task<JsonElement> OwnAsync(Guid id, string secret) => NodeScript.RunAsync(
        "registered-system.mjs", new { issuer = host.Address, now = host.Clock.GetUtcNow().ToUnixTimeSeconds(), clientId = id.ToString("N"), secret, step = "own" });

    private async Task<HttpStatusCode> MeAsync(JsonElement tokens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Said(tokens, "access"));
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode;
    }

    private static string ErrorOf(JsonElement answer) => Said(answer, "error");

    private static string Said(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) ? value.GetString()! : throw new InvalidOperationException(answer.GetRawText());

    private static Guid IdIn(HtmlPage page) => Guid.Parse(page.Path.Split('/')[^1]);

    private static string PublicPart(string key)
    {
        var members = JsonNode.Parse(key)!.AsObject();
        members.Remove("d");
        return members.ToJsonString();
    }

    /// <summary>The web application: openid-client, its private key, and a person's browser between them.</summary>
    private sealed class App(PortalHost host, Guid id, string key)
    {
        public Guid Id => id;

        public Task<JsonElement> RunAsync(string step, object? more = null)
        {
            var input = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
            foreach (var (name, value) in new (string, JsonNode?)[]
            {
                ("issuer", host.Address.ToString()), ("now", host.Clock.GetUtcNow().ToUnixTimeSeconds()), ("clientId", id.ToString("N")), ("key", key),
                ("redirect", SystemsInHost.Callback), ("scope", "openid offline_access portal.me"), ("step", step),
            })
            {
                input[name] = value;
            }

            return NodeScript.RunAsync("registered-system.mjs", input);
        }

        public async Task<JsonElement> SignInAsync(SignedIn person, bool consents)
        {
            var begun = await RunAsync("begin");
            var (away, page) = await FollowAsync(person.Client, new HttpRequestMessage(HttpMethod.Get, Said(begun, "address")));
            Assert.Equal(consents, page is not null);
            (away, _) = page is null ? (away, null) : await FollowAsync(person.Client, page.Form().Request("allow", "true"));
            return await RunAsync("finish", new { begun, landed = away!.ToString() });
        }

        /// <summary>To where the browser leaves the portal, or to the page on which it stops.</summary>
        private static async Task<(Uri? Away, HtmlPage? Page)> FollowAsync(PortalClient browser, HttpRequestMessage request)
        {
            var address = new Uri(browser.Address, request.RequestUri!);
            var answer = await browser.SendAsync(request);
            while (answer.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                if (address.Authority != browser.Address.Authority)
                {
                    return (address, null);
                }

                answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
            }

            return (null, await HtmlPage.ReadAsync(browser, address, answer));
        }
    }
}
