using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Connect;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

/// <summary>Keys as rows, on each engine.</summary>
public sealed class ConnectKeysTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_first_keys_are_used_at_once_and_made_once(string engine)
    {
        await using var database = await CreateAsync(engine);
        var made = await RunAsync(database, k => k.EnsureAsync(TestContext.Current.CancellationToken));
        Assert.Equal([(KeyPurpose.Encryption, 1), (KeyPurpose.Signing, 1)], made.Select(k => (k.Purpose, k.Generation)));
        Assert.All(made, k => Assert.Equal(database.Clock.GetUtcNow(), k.SignsFrom));
        Assert.Equal(made.Select(k => k.KeyId), (await RunAsync(database, k => k.EnsureAsync(TestContext.Current.CancellationToken))).Select(k => k.KeyId));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Many_nodes_at_once_make_one_first_key_and_one_next_key(string engine)
    {
        await using var database = await CreateAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RunAsync(database, k => k.EnsureAsync(TestContext.Current.CancellationToken))));
        Assert.Equal([1, 1], (await ListAsync(database)).Select(k => k.Generation));

        database.Clock.Advance(KeyLife.Signs - KeyLife.Announced);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TurnAsync(database)));
        var keys = await ListAsync(database);
        Assert.Equal([1, 2, 1, 2], keys.Select(k => k.Generation));
        Assert.All(keys.Where(k => k.Generation == 2), k => Assert.Equal(database.Clock.GetUtcNow() + KeyLife.Announced, k.SignsFrom));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_clock_announces_in_time_and_deletes_what_is_gone(string engine)
    {
        await using var database = await CreateAsync(engine);
        await TurnAsync(database);
        Assert.Empty(await ListAsync(database));

        await RunAsync(database, k => k.EnsureAsync(TestContext.Current.CancellationToken));
        foreach (var (after, generations) in new (TimeSpan, int[])[]
        {
            (KeyLife.Signs - KeyLife.Announced - TimeSpan.FromSeconds(1), [1]), (TimeSpan.FromSeconds(1), [1, 2]),
            (KeyLife.Announced + KeyLife.Kept - TimeSpan.FromSeconds(1), [1, 2]), (TimeSpan.FromSeconds(1), [2]),
        })
        {
            database.Clock.Advance(after);
            await TurnAsync(database);
            Assert.Equal(generations, (await ListAsync(database)).Where(k => k.Purpose == KeyPurpose.Signing).Select(k => k.Generation));
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Replaced_keys_leave_nothing_of_the_old_ones_and_the_numbers_go_on(string engine)
    {
        await using var database = await CreateAsync(engine);
        await RunAsync(database, k => k.EnsureAsync(TestContext.Current.CancellationToken));
        await DoAsync(database, k => k.AnnounceAsync(TestContext.Current.CancellationToken));
        await DoAsync(database, k => k.AnnounceAsync(TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 1, 2], (await ListAsync(database)).Select(k => k.Generation));

        await DoAsync(database, k => k.ReplaceAsync(TestContext.Current.CancellationToken));
        Assert.Equal([(3, database.Clock.GetUtcNow()), (3, database.Clock.GetUtcNow())], (await ListAsync(database)).Select(k => (k.Generation, k.SignsFrom)));
    }

    [Fact]
    public async Task No_secret_half_lies_in_the_database_file()
    {
        await using var database = await CreateAsync(Infrastructure.Persistence.DatabaseProvider.Sqlite);
        var keys = await RunAsync(database, k => k.EnsureAsync(TestContext.Current.CancellationToken));
        var material = database.Services.GetRequiredService<KeyMaterial>();
        var rsa = ((Microsoft.IdentityModel.Tokens.RsaSecurityKey)material.Signing(keys.Single(k => k.Purpose == KeyPurpose.Signing)).Key).Rsa.ExportParameters(true);
        var aes = ((Microsoft.IdentityModel.Tokens.SymmetricSecurityKey)material.Encryption(keys.Single(k => k.Purpose == KeyPurpose.Encryption)).Key).Key;

        var file = await FileAsync(database);
        Assert.True(file.IndexOf(rsa.Modulus) >= 0, "The public half stands there in clear, so the secret one would be found too.");
        Assert.All(new[] { rsa.D!, rsa.P!, rsa.Q!, aes }, secret =>
        {
            Assert.True(file.IndexOf(secret) < 0);
            Assert.True(file.IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret)[..24])) < 0);
        });
    }

    private static Task<TestDatabase> CreateAsync(string engine) => TestDatabase.CreateAsync(engine, services =>
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddConnectKeys().AddScoped<ActorHolder>();
    });

    private static async Task<T> RunAsync<T>(TestDatabase database, Func<ConnectKeys, Task<T>> work)
    {
        await using var scope = database.Services.CreateSystemScope();
        return await work(scope.ServiceProvider.GetRequiredService<ConnectKeys>());
    }

    private static Task DoAsync(TestDatabase database, Func<ConnectKeys, Task> work) => RunAsync(database, async keys =>
    {
        await work(keys);
        return 0;
    });

    private static Task TurnAsync(TestDatabase database) => DoAsync(database, k => k.TurnAsync(TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<ConnectKey>> ListAsync(TestDatabase database) => RunAsync(database, k => k.ListAsync(TestContext.Current.CancellationToken));

    private static async Task<byte[]> FileAsync(TestDatabase database)
    {
        await database.AsAsync(Actor.System, db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
