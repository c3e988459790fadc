using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Connect;

/// <summary>Somebody else's client of OpenID Connect goes all the way: it checks every answer by its own reading of the standards.</summary>
public sealed class OpenIdClientTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_third_party_client_signs_in_renews_looks_up_revokes_and_signs_out()
    {
        using var person = await host.People.CandidateAsync("佐藤 花子");
        await host.People.AgainAsync(person, SignInMethod.Passkey);
        using var open = await ConnectedSystem.RegisterAsync(host);
        var id = $"{open.Id}-server";
        await using var client = NodeScript.Start("client.mjs", new
        {
            Issuer = host.Address, Confidential = id, Open = open.Id, ConnectedSystem.Callback, ConnectedSystem.SignedOut, Now = host.Clock.GetUtcNow().ToUnixTimeSeconds(),
        });
        var key = (await client.ReadAsync()).GetProperty("key").ToString();
        using var server = await ConnectedSystem.RegisterAsync(host, isConfidential: true, registration =>
        {
            (registration.ClientId, registration.ClientSecret) = (id, null);
            registration.JsonWebKeySet = new JsonWebKeySet { Keys = { new JsonWebKey(key) } };
        });
        await client.TellAsync(new { });

        await LandAsync(client, open, person);
        var told = await client.ReadAsync();
        var (claims, info, me) = (told.GetProperty("claims"), told.GetProperty("info"), told.GetProperty("me"));
        Assert.Equal(person.Id.ToString(), claims.GetProperty("sub").GetString());
        Assert.Equal("http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true", claims.GetProperty("acr").GetString());
        Assert.Equal(["swk", "user", "mfa"], claims.GetProperty("amr").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal(("佐藤 花子", true), (info.GetProperty("name").GetString(), info.GetProperty("email_verified").GetBoolean()));
        Assert.Equal((person.Id.ToString(), "佐藤 花子"), (me.GetProperty("id").GetString(), me.GetProperty("name").GetString()));
        Assert.Equal((true, false), (told.GetProperty("active").GetBoolean(), told.GetProperty("revoked").GetBoolean()));
        AssertNarrow(told.GetProperty("server"));

        await LandAsync(client, open, person);
        var second = await client.ReadAsync();
        Assert.Equal(person.Id.ToString(), second.GetProperty("sub").GetString());
        var landed = await open.FollowAsync(person.Client, new(HttpMethod.Get, second.GetProperty("logout").GetString()));
        Assert.Equal(ConnectedSystem.SignedOut + "?state=bye", landed.Away!.ToString());
        await client.TellAsync(new { });
        Assert.Equal("invalid_grant", (await client.ReadAsync()).GetProperty("refused").GetString());
    }

    /// <summary>The person goes to the address that the client says, allows, and the client is told where that led.</summary>
    private static async Task LandAsync(NodeScript client, ConnectedSystem system, SignedIn person)
    {
        var address = (await client.ReadAsync()).GetProperty("address").GetString();
        var asked = await system.FollowAsync(person.Client, new(HttpMethod.Get, address));
        var landed = await system.AnswerAsync(person.Client, asked);
        await client.TellAsync(new { Landed = landed.Away });
    }

    private static void AssertNarrow(JsonElement server)
    {
        string[] List(string name) => [.. server.GetProperty(name).EnumerateArray().Select(x => x.GetString()!)];
        Assert.Equal(["S256"], List("code_challenge_methods_supported"));
        Assert.Equal(["code"], List("response_types_supported"));
        Assert.Equal(["query"], List("response_modes_supported"));
        Assert.Equal(["RS256"], List("id_token_signing_alg_values_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], List("grant_types_supported").Order());
        Assert.Equal(["consent", "login", "none"], List("prompt_values_supported").Order());
        Assert.True(server.GetProperty("authorization_response_iss_parameter_supported").GetBoolean());
    }
}
