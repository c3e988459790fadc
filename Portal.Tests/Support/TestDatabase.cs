using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Application;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Support;

/// <summary>A migrated database of its own on one engine, with the real use cases around it. Only who acts, the clock, mail and links are stand-ins.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Connection string of a PostgreSQL server that may create databases; the test script sets it.</summary>
    public const string PostgreSqlVariable = "PORTAL_TEST_POSTGRESQL";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
    private readonly ServiceProvider _services;

    private TestDatabase(string provider, Action<IServiceCollection>? change)
    {
        var name = $"t_{Guid.NewGuid():N}";
        ConnectionString = provider == DatabaseProvider.Sqlite
            ? $"Data Source={Path.Combine(_folder, name)}.db;Foreign Keys=True"
            : $"{Environment.GetEnvironmentVariable(PostgreSqlVariable)};Database={name}";
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = provider, ["Database:ConnectionString"] = ConnectionString };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddApplication()
            .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new PortalState(_folder).Create())
            .Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(o => o.Stores.SchemaVersion = Microsoft.AspNetCore.Identity.IdentitySchemaVersions.Version3)
            .AddScoped<Caller>()
            .AddScoped<ICurrentActor>(s => s.GetRequiredService<Caller>())
            .AddScoped<ICurrentOperation>(s => s.GetRequiredService<Caller>())
            .AddScoped<IMailer, NoMail>()
            .AddSingleton<ILinkTokens, PlainTokens>();
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));

    public string ConnectionString { get; }

    public IServiceProvider Services => _services;

    /// <summary>The engines that this machine has. A missing one shows as skipped.</summary>
    public static TheoryData<string> Engines => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    /// <param name="change">Adds what the test needs beside the use cases, or replaces a stand-in.</param>
    public static async Task<TestDatabase> CreateAsync(string provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? change = null)
    {
        Assert.SkipWhen(
            provider == DatabaseProvider.PostgreSql && Environment.GetEnvironmentVariable(PostgreSqlVariable) is null,
            $"No PostgreSQL server: {PostgreSqlVariable} is not set.");
        var database = new TestDatabase(provider, change);
        await database.AsAsync(Actor.System, db => db.Database.MigrateAsync());
        return database;
    }

    public async Task<T> AsAsync<T>(Actor actor, Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = Scope(actor, null);
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    public async Task AsAsync(Actor actor, Func<PortalDbContext, Task> work) =>
        await AsAsync(actor, async db =>
        {
            await work(db);
            return 0;
        });

    /// <summary>Sends one message as an actor, in a scope of its own.</summary>
    public async Task<TResponse> SendAsync<TResponse>(Actor actor, ICommand<TResponse> command, Guid? operationId = null)
    {
        await using var scope = Scope(actor, operationId);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, TestContext.Current.CancellationToken);
    }

    public async Task<ChainReportOrFault> VerifyAsync()
    {
        await using var scope = Scope(Actor.System, null);
        var report = await scope.ServiceProvider.GetRequiredService<Infrastructure.Audit.IChainVerifier>().VerifyAsync(TestContext.Current.CancellationToken);
        return new(report.Entries, report.First?.Sequence, report.First?.Kind.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (ConnectionString.StartsWith("Data Source", StringComparison.Ordinal))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        else
        {
            await AsAsync(Actor.System, db => db.Database.EnsureDeletedAsync());
        }

        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private AsyncServiceScope Scope(Actor actor, Guid? operationId)
    {
        var scope = _services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        (caller.Actor, caller.Id, caller.BegunAt) = (actor, operationId, Clock.GetUtcNow());
        return scope;
    }

    private sealed class Caller : ICurrentActor, ICurrentOperation
    {
        public Actor Actor { get; set; } = Actor.Anonymous;
        public string? Name { get; set; }
        public string? Reason { get; set; }
        public Guid? Id { get; set; }
        public DateTimeOffset BegunAt { get; set; }
    }

    private sealed class NoMail : IMailer
    {
        public Task SendAsync(Guid personId, string template, object slots, string path, CancellationToken ct) => Task.CompletedTask;

        public Task SendToAddressAsync(string address, string language, string template, object slots, string path, CancellationToken ct) => Task.CompletedTask;
    }

    private sealed class PlainTokens : ILinkTokens
    {
        public string Create(string purpose, string value) => $"{purpose}:{value}";

        public string? Read(string purpose, string token) => token.StartsWith(purpose + ":", StringComparison.Ordinal) ? token[(purpose.Length + 1)..] : null;
    }
}

public sealed record ChainReportOrFault(long Entries, long? FaultAt, string? Fault);
