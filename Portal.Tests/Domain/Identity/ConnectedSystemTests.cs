using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Identity;

public sealed class ConnectedSystemTests
{
    private static readonly Organisation s_office = Organisation.Register("NCO", Government.Japan, new("機関", "Agency"), new DateOnly(2020, 1, 1));

    [Fact]
    public void A_system_belongs_to_the_government_of_the_organisation_that_answers_for_it()
    {
        var system = Registered(Web());
        Assert.Equal((Government.Japan, s_office.Id, ConnectedSystemStatus.InForce), (system.Side, system.OrganisationId, system.Status));
        Assert.Equal(system.Id, Guid.Parse(system.ClientId));
        var theirs = Organisation.Register("CISA", Government.UnitedStates, new("機関", "Agency"), new DateOnly(2020, 1, 1));
        Assert.Throws<ForbiddenException>(() => system.Change(theirs, Web()));
    }

    [Theory]
    [InlineData("https://app.example.gov/callback", SystemKind.Web, null)]
    [InlineData("https://app.example.gov:8443/callback?from=portal", SystemKind.Native, null)]
    [InlineData("http://127.0.0.1/callback", SystemKind.Native, null)]
    [InlineData("http://[::1]:4000/callback", SystemKind.Native, null)]
    [InlineData("http://localhost:4000/callback", SystemKind.Native, null)]
    [InlineData("http://127.0.0.1/callback", SystemKind.Web, "Identity.Address.NotHttps")]
    [InlineData("http://app.example.gov/callback", SystemKind.Web, "Identity.Address.NotHttps")]
    [InlineData("http://app.example.gov/callback", SystemKind.Native, "Identity.Address.NotHttpsOrLoopback")]
    [InlineData("http://127.0.0.1.example.gov/callback", SystemKind.Native, "Identity.Address.NotHttpsOrLoopback")]
    [InlineData("javascript:alert(1)", SystemKind.Native, "Identity.Address.NotHttpsOrLoopback")]
    [InlineData("gov.example.app:/callback", SystemKind.Native, "Identity.Address.NotHttpsOrLoopback")]
    [InlineData("https://*.example.gov/callback", SystemKind.Web, "Identity.Address.Wildcard")]
    [InlineData("https://app.example.gov/*", SystemKind.Web, "Identity.Address.Wildcard")]
    [InlineData("https://app.example.gov/callback#", SystemKind.Web, "Identity.Address.Fragment")]
    [InlineData("https://app.example.gov@evil.example/callback", SystemKind.Web, "Identity.Address.UserInfo")]
    [InlineData("https://user:word@app.example.gov/", SystemKind.Web, "Identity.Address.UserInfo")]
    [InlineData("https://app.example.gov\\@evil.example/", SystemKind.Web, "Identity.Address.Unreadable")]
    [InlineData("https://例え.example/", SystemKind.Web, "Identity.Address.Unreadable")]
    [InlineData("https://app.example.gov/call back", SystemKind.Web, "Identity.Address.Unreadable")]
    [InlineData("/callback", SystemKind.Web, "Identity.Address.NotHttps")]
    [InlineData("app.example.gov", SystemKind.Web, "Identity.Address.Unreadable")]
    [InlineData("https://", SystemKind.Web, "Identity.Address.Unreadable")]
    public void An_address_leads_exactly_to_one_safe_place(string address, SystemKind kind, string? problem) =>
        Assert.Equal(problem, SystemAddress.ProblemOf(address, kind));

    [Fact]
    public void An_address_is_kept_as_it_was_typed_and_once() => Assert.Equal(
        ["https://app.example.gov", "https://app.example.gov/"],
        Registered(Web("https://app.example.gov", "", "https://app.example.gov/", "https://app.example.gov")).RedirectAddresses);

    [Fact]
    public void Every_wrong_line_is_named_by_its_number() => Assert.Equal(
        [(1, "Identity.Address.NotHttps"), (3, "Identity.Address.Fragment")],
        Web("http://a.example", "", "https://a.example/#x", "https://a.example/").Problems().Select(p => ((int)p.Slots!["Line"]!, p.Code)));

    [Fact]
    public void People_must_be_sent_back_somewhere_but_not_to_many_places()
    {
        Assert.Equal("Identity.Address.Missing", Assert.Throws<RefusedException>(() => Registered(Web(""))).Error.Code);
        var many = Web([.. Enumerable.Range(0, SystemAddress.Most + 1).Select(i => $"https://a.example/{i}")]);
        Assert.Equal("Identity.Address.TooMany", Assert.Throws<RefusedException>(() => Registered(many)).Error.Code);
        Assert.Equal("Identity.Address.Unreadable", SystemAddress.ProblemOf("https://a.example/" + new string('a', SystemAddress.MaxLength), SystemKind.Web));
    }

    [Theory]
    [InlineData(SystemKind.Web, "profile", "Identity.System.ScopeOpenId")]
    [InlineData(SystemKind.Native, "openid admin", "Identity.System.ScopeUnknown")]
    [InlineData(SystemKind.Service, "openid", "Identity.System.ScopeForService")]
    [InlineData(SystemKind.Service, "", null)]
    [InlineData(SystemKind.Web, "openid profile email offline_access portal.me", null)]
    public void A_kind_of_system_can_ask_for_what_makes_sense_to_it(SystemKind kind, string scopes, string? problem)
    {
        var profile = Web() with { Kind = kind, Scopes = scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        var usable = kind == SystemKind.Service ? profile with { RedirectAddresses = [] } : profile;
        Assert.Equal(problem, usable.Problems().SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_service_has_no_addresses() => Assert.Equal(
        "Identity.Address.NotForService", (Web() with { Kind = SystemKind.Service, Scopes = [] }).Problems().Single().Code);

    [Fact]
    public void A_secret_has_256_random_bits_and_only_its_hash_stays()
    {
        var system = Registered(Web());
        var (first, second) = (system.RenewSecret(TestData.Now), system.RenewSecret(TestData.Now));
        Assert.NotEqual(first, second);
        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(second).Length);
        Assert.Equal(Sha256.Of(second), system.SecretHash);
    }

    [Fact]
    public void A_key_takes_the_place_of_a_secret_and_the_other_way_round()
    {
        var system = Registered(Web());
        system.RenewSecret(TestData.Now);
        system.UseKeys(Read(SystemsInHost.EllipticKey()), TestData.Now);
        Assert.Equal((SystemAuthentication.Key, null), (system.Authentication, system.SecretHash));
        system.RenewSecret(TestData.Now);
        Assert.Equal((SystemAuthentication.Secret, null), (system.Authentication, system.Keys));
    }

    [Fact]
    public void What_runs_on_devices_keeps_no_secret()
    {
        var system = Registered(Web() with { Kind = SystemKind.Native });
        Assert.Equal("Identity.System.NoCredential", Assert.Throws<RefusedException>(() => system.RenewSecret(TestData.Now)).Error.Code);
        Assert.Equal("Identity.System.NoCredential", Assert.Throws<RefusedException>(() => system.UseKeys(Read(SystemsInHost.EllipticKey()), TestData.Now)).Error.Code);
        Assert.Equal("Identity.System.KindFixed", Assert.Throws<RefusedException>(() => system.Change(s_office, Web())).Error.Code);
    }

    [Fact]
    public void A_system_is_suspended_and_resumed_in_turn_and_removed_for_good()
    {
        var system = Registered(Web());
        Assert.Throws<RefusedException>(system.Resume);
        system.Suspend();
        Assert.Throws<RefusedException>(system.Suspend);
        system.Resume();
        system.RenewSecret(TestData.Now);
        system.Remove();
        Assert.Equal((ConnectedSystemStatus.Removed, null), (system.Status, system.SecretHash));
        Assert.Throws<RefusedException>(system.Resume);
    }

    private static ConnectedSystem Registered(SystemProfile profile) => ConnectedSystem.Register(s_office, profile, TestData.Now);

    private static SystemProfile Web(params string[] addresses) => new(
        SystemKind.Web, new("台帳", "Register"), addresses.Length == 0 ? [SystemsInHost.Callback] : addresses, [], [SystemScopes.OpenId]);

    private static PublicKeySet Read(string key) => PublicKeySet.Read(key).Keys!;
}
