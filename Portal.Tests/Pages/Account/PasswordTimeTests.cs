using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

/// <summary>The clock must not tell who has an account (S-17, G7): a request hashes as often, and as hard, for nobody as for somebody.</summary>
public sealed class PasswordTimeTests(PasswordTimeTests.CountingHost host) : IClassFixture<PasswordTimeTests.CountingHost>
{
    [Fact]
    public async Task A_wrong_password_is_hashed_once_whether_there_is_an_account_or_not()
    {
        using var member = await host.MemberAsync("en", "somebody@example.jp");
        using var client = host.Visitor();
        foreach (var address in new[] { "nobody@example.jp", "somebody@example.jp", "nobody2@example.jp", "no address" })
        {
            Assert.Equal(1, await HashesAsync(() => client.SignInAsync("en", address, "not my password at all")));
        }
    }

    [Fact]
    public async Task Registering_hashes_once_whether_the_address_is_known_or_not()
    {
        using var client = host.Visitor();
        Assert.Equal(1, await HashesAsync(() => client.RegisterAsync("en", "twice@example.jp")));
        Assert.Equal(1, await HashesAsync(() => client.RegisterAsync("en", "twice@example.jp")));
    }

    [Fact]
    public async Task Who_must_wait_is_not_hashed_for()
    {
        using var client = host.Visitor();
        for (var i = 0; i < SignInAttempts.AtOneAccountFromOnePlace; i++)
        {
            await client.SignInAsync("en", "waiting@example.jp", "not my password at all");
        }

        Assert.Equal(0, await HashesAsync(() => client.SignInAsync("en", "waiting@example.jp", "not my password at all")));
    }

    [Fact]
    public void Nobodys_hash_costs_what_a_stored_one_does()
    {
        var options = host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>();
        var stored = Convert.FromBase64String(new PortalPasswordHasher(options).HashPassword(new PortalUser(), AccountPages.Password));
        var nobodys = Convert.FromBase64String(PortalPasswordHasher.Nobodys);
        // Version, pseudo-random function, rounds and length of salt.
        Assert.Equal((stored.Length, Convert.ToHexString(stored[..13])), (nobodys.Length, Convert.ToHexString(nobodys[..13])));
    }

    private async Task<int> HashesAsync(Func<Task<HtmlPage>> work)
    {
        var before = host.Hasher.Count;
        await work();
        return host.Hasher.Count - before;
    }

    public sealed class CountingHost(PortalTemplate template) : PortalHost(template)
    {
        public CountingHasher Hasher => (CountingHasher)Services.GetRequiredService<IPasswordHasher<PortalUser>>();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<PortalUser>>(
                s => new CountingHasher(new PortalPasswordHasher(s.GetRequiredService<IOptions<PasswordHasherOptions>>()))));
        }
    }

    /// <summary>The portal's own hasher, counted.</summary>
    public sealed class CountingHasher(IPasswordHasher<PortalUser> real) : IPasswordHasher<PortalUser>
    {
        private int _count;

        public int Count => _count;

        public string HashPassword(PortalUser user, string password)
        {
            Interlocked.Increment(ref _count);
            return real.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
