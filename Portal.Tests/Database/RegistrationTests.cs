using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class RegistrationTests
{
    private const string Password = "my dog eats blue cheese";

    private static readonly string[] LookAlikes =
        ["hanako@example.jp", "Hanako@Example.JP", "ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｊｐ", "han\u200Bako@example.jp", " hanako@example.jp", "hanako@exam\u00ADple.jp", "HANAKO@EXAMPLE.JP", "hanako@example.jp\uFEFF"];

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Fifty_look_alike_addresses_registered_at_the_same_moment_give_one_account_and_one_answer(string provider)
    {
        // Few rounds: what is asked is who wins, not how long fifty wait for their hash.
        await using var database = await TestDatabase.CreateAsync(provider, services => services.AddPortalIdentity().Configure<PasswordHasherOptions>(o => o.IterationCount = 1000));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => RegisterAsync(database, LookAlikes[i % LookAlikes.Length]))));

        Assert.All(answers, answer => Assert.Empty(answer.Errors));
        await database.AsAsync(Actor.System, async db =>
        {
            var user = await db.Users.SingleAsync();
            Assert.Equal("hanako@example.jp", user.NormalizedEmail);
            Assert.Equal(user.Id, (await db.People.SingleAsync()).Id);
            Assert.Equal(1, await db.Outbox.CountAsync(m => m.Type == nameof(AccountRegistered)));
        });
    }

    [Fact]
    public async Task Registering_again_answers_the_same_and_tells_the_owner_by_mail()
    {
        await using var database = await TestDatabase.CreateAsync(change: services => services.AddPortalIdentity());
        Assert.Empty((await RegisterAsync(database, "hanako@example.jp")).Errors);
        Assert.Empty((await RegisterAsync(database, "hanako@example.jp")).Errors);
        await database.AsAsync(Actor.System, async db =>
            Assert.Equal([nameof(AccountRegistered), nameof(RegistrationRepeated)], await db.Outbox.OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Type).ToListAsync()));
    }

    [Fact]
    public async Task A_refused_registration_stores_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(change: services => services.AddPortalIdentity());
        var answer = await RegisterAsync(database, "not an address", "short");
        Assert.Equal(["Account.Address.Invalid", "Account.Password.TooShort"], answer.Errors.Select(e => e.Code));
        await database.AsAsync(Actor.System, async db => Assert.Equal((0, 0), (await db.Users.CountAsync(), await db.People.CountAsync())));
    }

    private static async Task<Result> RegisterAsync(TestDatabase database, string address, string password = Password)
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Registration>().RegisterAsync("佐藤 花子", address, password, "ja", CancellationToken.None);
    }
}
