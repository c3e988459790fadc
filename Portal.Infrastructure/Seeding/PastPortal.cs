using Mediator;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Seeding;

/// <summary>The portal's own use cases with another person, at an instant in the past: seeded history is written by the code that writes real history.</summary>
internal sealed class PastPortal : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly PastClock _clock = new();

    public PastPortal(IConfiguration configuration, PortalState state) => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(_clock)
        .AddApplication()
        .AddInfrastructure(configuration, state)
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .AddScoped<ActorHolder>()
        .AddScoped<ICurrentActor, BackgroundActor>()
        .AddScoped<ICurrentOperation, BackgroundOperation>()
        .BuildServiceProvider();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <exception cref="InvalidOperationException">The use case said no: the world's files are wrong.</exception>
    public async Task<TResult> SendAsync<TResult>(Actor actor, DateTimeOffset at, ICommand<TResult> command, CancellationToken ct)
        where TResult : IResult<TResult>
    {
        await using var scope = Scope(actor, at);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, ct);
        return result.Errors is [var first, ..]
            ? throw new InvalidOperationException($"{command.GetType().Name}: {first.Code} {first.Field}")
            : result;
    }

    /// <summary>For the few steps whose use case needs what a seed does not have: a password, a mailed link.</summary>
    /// <param name="operation">The name of that use case, for the history.</param>
    public async Task SaveAsync(Actor actor, DateTimeOffset at, string operation, Func<PortalDbContext, Task> change, CancellationToken ct)
    {
        await using var scope = Scope(actor, at);
        scope.ServiceProvider.GetRequiredService<ICurrentOperation>().Name = operation;
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await change(db);
        await db.SaveChangesAsync(ct);
    }

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var scope = Scope(Actor.System, _clock.Instant);
        return await read(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private AsyncServiceScope Scope(Actor actor, DateTimeOffset at)
    {
        _clock.Instant = at;
        var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Fixed = actor with { Proof = new SignInProof(SignInMethod.Demonstration, true, at, Guid.Empty) };
        return scope;
    }

    private sealed class PastClock : TimeProvider
    {
        public DateTimeOffset Instant { get; set; }

        public override DateTimeOffset GetUtcNow() => Instant;
    }
}
