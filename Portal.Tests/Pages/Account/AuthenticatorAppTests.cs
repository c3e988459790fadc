using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class AuthenticatorAppTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public void The_tests_own_app_knows_the_published_example() =>
        Assert.Equal("287082", Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)));

    [Theory]
    [InlineData("ja", "コードが違うか、使用済みです。次のコードが表示されるのを待って入力してください")]
    [InlineData("en", "This code is not right, or it was used already. Wait for the next code and enter it")]
    public async Task After_the_password_comes_a_code_and_none_counts_twice(string language, string wrong)
    {
        var address = $"app-{language}@example.jp";
        var (secret, _) = await host.WithAppAsync(language, address);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.Code(secret, host.Clock.GetUtcNow());

        using var client = host.Visitor();
        var asked = await client.SignInAsync(language, address, returnUrl: $"/{language}/Account/Settings");
        Assert.Equal($"/{language}/Account/SignIn/Code", asked.Path);
        Assert.Equal(wrong, (await asked.Form().Fill("Code", "000000").SubmitAsync()).SentenceAt("Code"));
        Assert.Equal($"/{language}/Account/Settings", (await asked.Form().Fill("Code", code).SubmitAsync()).Path);

        using var second = host.Visitor();
        Assert.Equal(wrong, (await (await second.SignInAsync(language, address)).Form().Fill("Code", code).SubmitAsync()).SentenceAt("Code"));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_code_counts_one_step_around_now_and_no_further(int steps, bool counts)
    {
        var address = $"step{steps}@example.jp";
        var (secret, _) = await host.WithAppAsync("en", address);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var client = host.Visitor();
        var page = await (await client.SignInAsync("en", address)).Form().Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow(), steps)).SubmitAsync();
        Assert.Equal(counts, page.Path == "/en");
    }

    [Fact]
    public async Task Of_twenty_uses_of_one_code_at_once_one_succeeds()
    {
        var (secret, _) = await host.WithAppAsync("en", "parallel-code@example.jp");
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var person = await PersonAsync("parallel-code@example.jp");
        var code = Totp.Code(secret, host.Clock.GetUtcNow());
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.InScopeAsync<AuthenticatorApps, bool>(apps => apps.IsRightAsync(person, code, CancellationToken.None)))));
        Assert.Single(taken, t => t);
    }

    [Fact]
    public async Task Of_twenty_uses_of_one_recovery_code_at_once_one_succeeds()
    {
        var (_, codes) = await host.WithAppAsync("en", "parallel-recovery@example.jp");
        var person = await PersonAsync("parallel-recovery@example.jp");
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.InScopeAsync<RecoveryCodes, bool>(c => c.SpendAsync(person, codes[0], CancellationToken.None)))));
        Assert.Single(taken, t => t);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_and_the_owner_is_told()
    {
        var (_, codes) = await host.WithAppAsync("en", "recovery@example.jp");
        Assert.Equal((RecoveryCodes.Count, codes.Count), (codes.Distinct().Count(), codes.Count));
        using var client = host.Visitor();
        Assert.Equal("/en", (await (await client.SignInAsync("en", "recovery@example.jp")).Form().Fill("Code", codes[3].ToLowerInvariant()).SubmitAsync()).Path);
        using var again = host.Visitor();
        Assert.NotNull((await (await again.SignInAsync("en", "recovery@example.jp")).Form().Fill("Code", codes[3]).SubmitAsync()).ErrorOf("Code"));
        Assert.Contains(await host.MailAsync(), m => m.To.Contains("recovery@example.jp", StringComparison.Ordinal) && m.Subject.Contains("A recovery code was used", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_codes_count_and_lead_to_a_wait()
    {
        await host.WithAppAsync("en", "guess@example.jp");
        using var client = host.Visitor();
        var page = await client.SignInAsync("en", "guess@example.jp");
        for (var i = 0; i < SignInAttempts.AtOneAccountFromOnePlace; i++)
        {
            page = await page.Form().Fill("Code", "123456").SubmitAsync();
        }

        Assert.Contains("Too many tries", (await page.Form().Fill("Code", "123456").SubmitAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_and_the_recovery_codes_do_not_stand_in_the_database_in_clear()
    {
        var (secret, codes) = await host.WithAppAsync("en", "sealed@example.jp");
        var person = await PersonAsync("sealed@example.jp");
        var kept = await host.InDatabaseAsync(db => db.Authenticators.SingleAsync(a => a.PersonId == person));
        Assert.DoesNotContain(secret.Replace(" ", "", StringComparison.Ordinal), System.Text.Encoding.Latin1.GetString(kept.Sealed), StringComparison.Ordinal);
        var hashes = await host.InDatabaseAsync(db => db.RecoveryCodes.Where(c => c.PersonId == person).Select(c => c.Hash).ToListAsync());
        Assert.Equal(RecoveryCodes.Count, hashes.Count);
        Assert.Empty(hashes.Intersect(codes.Select(c => c.Replace("-", "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_change_of_the_ways_in_asks_for_a_fresh_proof_and_ends_the_other_browsers()
    {
        var (secret, codes) = await host.WithAppAsync("en", "change@example.jp");
        using var here = host.Visitor();
        using var elsewhere = host.Visitor();
        await (await here.SignInAsync("en", "change@example.jp")).Form().Fill("Code", codes[0]).SubmitAsync();
        await (await elsewhere.SignInAsync("en", "change@example.jp")).Form().Fill("Code", codes[1]).SubmitAsync();
        await host.GiveFactorsAsync(await PersonAsync("change@example.jp"), passkeys: 1);
        host.Clock.Advance(TimeSpan.FromMinutes(6));

        var confirm = await (await here.GetAsync("/en/Account/Factors")).Form("form[action$='/RemoveApp']").SubmitAsync();
        Assert.Equal("/en/Account/Confirm", confirm.Path);
        var back = await confirm.Form().Fill("Password", AccountPages.Password).Fill("Code", Totp.Code(secret, host.Clock.GetUtcNow())).SubmitAsync();
        Assert.Equal("/en/Account/Factors", back.Path);
        Assert.Contains("Not set up", (await back.Form("form[action$='/RemoveApp']").SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("/en/Account/Session/TimedOut", (await elsewhere.GetAsync("/en/Account/Settings")).Path);
        Assert.Contains(await host.MailAsync(), m => m.To.Contains("change@example.jp", StringComparison.Ordinal) && m.Subject.Contains("The authenticator app was removed", StringComparison.Ordinal));
    }

    private Task<Guid> PersonAsync(string address) => host.InDatabaseAsync(db => db.People.Where(p => p.MailAddress == address).Select(p => p.Id).SingleAsync());
}
