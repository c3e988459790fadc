using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenIddict.Abstractions;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>The API that connected systems read persons from: what it says, and what does not open it.</summary>
public sealed class ApiMeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task It_says_who_the_person_is_and_what_they_are_now_and_nothing_else()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var officer = await host.People.OfficerAsync(Government.Japan);
        var me = await system.GetAsync("/api/me", (await system.TokensAsync(officer.Client)).Access);
        var expected =
            $$$"""{"id":"{{{officer.Id}}}","name":"ProgrammeOfficer of Japan","language":"en","roles":[{"role":"ProgrammeOfficer","organisation":{"ja":"機関","en":"Agency"}}]}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), me.Body), me.Body.ToString());
        using var candidate = await host.People.CandidateAsync();
        Assert.Equal("[]", (await system.GetAsync("/api/me", (await system.TokensAsync(candidate.Client)).Access))["roles"]);
    }

    [Fact]
    public async Task Without_a_token_or_with_a_cookie_alone_it_answers_401_with_a_challenge()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var bare = await system.GetAsync("/api/me", null);
        Assert.Equal((HttpStatusCode.Unauthorized, true), (bare.Status, bare["challenge"]!.StartsWith("Bearer", StringComparison.Ordinal)));
        using var answer = await person.Client.SendAsync(new(HttpMethod.Get, "/api/me"));
        Assert.Equal((HttpStatusCode.Unauthorized, null), (answer.StatusCode, answer.Headers.Location));
        var wrong = await system.GetAsync("/api/me", "made-up");
        Assert.Equal("Bearer error=\"invalid_token\"", wrong["challenge"]!.Replace($"realm=\"{host.Address}\", ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_without_the_scope_gets_no_further()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var tokens = await system.TokensAsync(person.Client, system.Request("openid profile"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", tokens.Access)).Status);
    }

    [Fact]
    public async Task A_token_for_another_audience_or_of_another_kind_is_none()
    {
        await host.InScopeAsync<IOpenIddictScopeManager, object>(async m => await m.CreateAsync(new OpenIddictScopeDescriptor { Name = "elsewhere", Resources = { "other-api" } }));
        using var system = await ConnectedSystem.RegisterAsync(host, more: r => r.Permissions.Add("scp:elsewhere"));
        using var person = await host.People.CandidateAsync();
        var elsewhere = await system.TokensAsync(person.Client, system.Request("openid elsewhere"));
        Assert.Equal("other-api", TokenAnswer.Jwt(elsewhere.Access).GetProperty("aud").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", elsewhere.Access)).Status);
        var tokens = await system.TokensAsync(person.Client);
        Assert.Equal("portal-api", TokenAnswer.Jwt(tokens.Access).GetProperty("aud").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", tokens["id_token"])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", tokens.Refresh)).Status);
    }

    [Fact]
    public async Task No_trick_with_the_algorithm_makes_a_token()
    {
        using var system = await ConnectedSystem.RegisterAsync(host);
        using var person = await host.People.CandidateAsync();
        var parts = (await system.TokensAsync(person.Client)).Access.Split('.');
        var header = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]));
        Assert.Contains("\"ES256\"", header, StringComparison.Ordinal);
        Assert.Contains("at+jwt", header, StringComparison.Ordinal);

        string With(string algorithm) => $"{Encode(header.Replace("ES256", algorithm, StringComparison.Ordinal))}.{parts[1]}";
        var keys = (await system.GetAsync("/.well-known/jwks", null)).Body.GetProperty("keys")[0];
        var (none, hmac) = (With("none"), With("HS256"));
        string[] forged =
        [
            $"{none}.", $"{none}.{parts[2]}",
            .. new[] { keys.ToString(), keys.GetProperty("x").GetString()!, keys.GetProperty("x").GetString()! + keys.GetProperty("y").GetString() }
                .Select(key => $"{hmac}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(hmac)))}"),
            $"{parts[0]}.{Encode(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace(person.Id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal))}.{parts[2]}",
        ];
        foreach (var token in forged)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await system.GetAsync("/api/me", token)).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await system.GetAsync("/api/me", string.Join('.', parts))).Status);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
