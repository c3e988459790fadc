using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>Who signs for a government does it with a passkey that its maker attests to stay on its device (S-11).</summary>
public sealed class DeviceBoundTests(DeviceBoundHost host) : IClassFixture<DeviceBoundHost>
{
    private const string Missing = "A device-bound passkey is missing", Cases = "/en/Fellowships/Cases", Factors = "/en/Account/Factors";

    [Theory]
    [InlineData(Flaw.None, true, true)]
    [InlineData(Flaw.OtherRoot, true, false)]
    [InlineData(Flaw.OtherModel, true, false)]
    [InlineData(Flaw.NoModelInCertificate, true, false)]
    [InlineData(Flaw.NoAttestation, true, false)]
    [InlineData(Flaw.SelfAttestation, true, false)]
    [InlineData(Flaw.Synced, true, false)]
    [InlineData(Flaw.OtherModelInCertificate, false, false)]
    [InlineData(Flaw.WrongSignature, false, false)]
    [InlineData(Flaw.CertificateOfAuthority, false, false)]
    public async Task Only_a_listed_model_with_its_makers_word_opens_the_cases_and_a_false_word_is_refused(Flaw flaw, bool isKept, bool counts)
    {
        using var official = await OfficialAsync();
        using var passkey = new SoftPasskey(official.Id);
        using var stranger = new KeyMaker();
        var added = await AddAsync(official, passkey, flaw == Flaw.OtherRoot ? stranger : host.Maker, flaw);
        Assert.Equal(isKept, added.Path == Factors);
        Assert.Equal(!isKept, added.Errors.Any(e => e.StartsWith("This passkey was not accepted", StringComparison.Ordinal)));
        Assert.Equal(isKept ? 2 : 1, await host.InDatabaseAsync(db => db.UserPasskeys.CountAsync(p => p.UserId == official.Id)));
        Assert.Equal(!counts, added.Text.Contains(Missing, StringComparison.Ordinal));
        Assert.Equal(counts, added.Text.Contains("Device-bound: counts for signing", StringComparison.Ordinal));

        await host.People.AgainAsync(official, SignInMethod.PasswordAndCode);
        Assert.Equal(counts ? Cases : Factors, (await official.GetAsync(Cases)).Path);
    }

    [Fact]
    public async Task An_official_without_one_is_led_to_set_up_and_reads_what_is_missing_in_both_languages()
    {
        using var official = await OfficialAsync();
        await host.People.AgainAsync(official, SignInMethod.Passkey);
        var english = await official.GetAsync(Cases);
        Assert.Equal(Factors, english.Path);
        Assert.Contains(Missing, english.Text, StringComparison.Ordinal);
        var japanese = await official.GetAsync("/ja/Fellowships/Cases");
        Assert.Equal("/ja/Account/Factors", japanese.Path);
        Assert.Contains("デバイス固定パスキーが必要です", japanese.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_staff_need_none_and_their_browsers_are_not_asked_what_they_use()
    {
        using var officer = await host.People.OfficerAsync(Government.Japan);
        await host.GiveFactorsAsync(officer.Id, passkeys: 1, app: true);
        using var passkey = new SoftPasskey(officer.Id);
        Assert.Equal("none", Attestation(await OfferAsync(officer, Factors)));
        Assert.Equal(Factors, (await AddAsync(officer, passkey, host.Maker, Flaw.NoAttestation)).Path);
        await host.People.AgainAsync(officer, SignInMethod.PasswordAndCode);
        Assert.Equal(Cases, (await officer.GetAsync(Cases)).Path);
        using var official = await OfficialAsync();
        Assert.Equal("direct", Attestation(await OfferAsync(official, Factors)));
    }

    [Fact]
    public async Task An_official_signs_with_the_device_bound_passkey_and_with_nothing_else()
    {
        var world = await CaseWorld.OpenAsync(host);
        var list = (await world.ListAsync(AwardListStatus.Proposed)).List;
        host.Clock.SetUtcNow(world.Call.Content.ClosesAt.Instant.AddDays(2));
        using var official = await OfficialAsync();
        using var passkey = new SoftPasskey(official.Id);
        await AddAsync(official, passkey, host.Maker);
        var path = $"/en/Fellowships/AwardLists/Details/{list.Id}";
        var before = (await official.GetAsync(path)).Form("form[action*='/Agree/']");
        foreach (var method in new[] { SignInMethod.PasswordAndCode, SignInMethod.Passkey })
        {
            await host.People.AgainAsync(official, method);
            var page = await official.GetAsync(path);
            Assert.Null(page.Document.QuerySelector("form[action*='/Agree/'] button"));
            Assert.Contains("device-bound passkey", page.Text, StringComparison.Ordinal);
            Assert.Equal("/en/Account/Confirm", (await before.SubmitAsync()).Path);
        }

        Assert.Equal(path, (await ConfirmAsync(official, passkey, path)).Path);
        Assert.Contains("Agreed for Japan", (await (await official.GetAsync(path)).Form("form[action*='/Agree/']").SubmitAsync()).Text, StringComparison.Ordinal);
        var kept = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == list.Id && e.Operation == "SignAwardList" && e.Refusal == null).SingleAsync());
        Assert.StartsWith("DeviceBoundPasskey ", kept.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A363666D74646E6F6E656761747453746D74A0")]
    [InlineData("A463666D74646E6F6E656761747453746D74A0686175746844617461410068617574684461746141FF")]
    public void An_attestation_that_is_cut_off_or_says_a_thing_twice_is_not_read(string hex) => Assert.Null(Infrastructure.Identity.Attestation.Read(Convert.FromHexString(hex)));

    /// <summary>Enough for other staff.</summary>
    private async Task<SignedIn> OfficialAsync()
    {
        var official = await host.People.OfficialAsync(Government.Japan);
        await host.GiveFactorsAsync(official.Id, passkeys: 1, app: true);
        return official;
    }

    private async Task<HtmlPage> AddAsync(SignedIn person, SoftPasskey passkey, KeyMaker maker, Flaw flaw = Flaw.None)
    {
        var offered = await OfferAsync(person, Factors);
        return await (await person.GetAsync(Factors)).PostAsync(
            person.Client, $"{Factors}/AddPasskey", ("Offer", offered.GetProperty("offer").GetString()!),
            ("Credential", passkey.Create(offered.GetProperty("options"), host.Address, maker, flaw)), ("Name", "My key"));
    }

    private async Task<HtmlPage> ConfirmAsync(SignedIn person, SoftPasskey passkey, string back)
    {
        var offered = await OfferAsync(person, "/en/Account/Confirm");
        return await (await person.GetAsync("/en/Account/Confirm")).PostAsync(
            person.Client, "/en/Account/Confirm/Passkey", ("Offer", offered.GetProperty("offer").GetString()!),
            ("Credential", passkey.Answer(offered.GetProperty("options"), host.Address)), ("ReturnUrl", back));
    }

    private static async Task<JsonElement> OfferAsync(SignedIn person, string page) =>
        JsonDocument.Parse((await (await person.GetAsync(page)).PostAsync(person.Client, $"{page}/PasskeyOffer")).Html).RootElement;

    private static string Attestation(JsonElement offered) =>
        offered.GetProperty("options").TryGetProperty("attestation", out var asked) ? asked.GetString()! : "none";
}
