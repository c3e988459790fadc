using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Portal.Application;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Database;

/// <summary>The portal without the web, on a SQLite database of its own, with the workers' parts run by hand.</summary>
internal sealed class OutboxHost : IAsyncDisposable
{
    private readonly PortalState _state = new PortalState(Path.Combine(Path.GetTempPath(), $"outbox-{Guid.NewGuid():N}")).Create();
    private readonly ServiceProvider _services;

    public OutboxHost(Action<IServiceCollection>? change = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["PublicOrigin"] = "https://portal.example", ["Database:ConnectionString"] = $"Data Source={_state.Database};Pooling=False" }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<ILinkTokens, OpenTokens>();
        services.AddApplication().AddInfrastructure(configuration, _state).AddPortalMail(configuration);
        change?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 1, 15, 0, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _services;

    public OutboxDispatcher Dispatcher => _services.GetRequiredService<OutboxDispatcher>();

    public PickupFolder Mailbox => _services.GetRequiredService<PickupFolder>();

    public static async Task<OutboxHost> StartAsync(Action<IServiceCollection>? change = null)
    {
        var host = new OutboxHost(change);
        await host.WithDbAsync(db => db.Database.EnsureCreatedAsync());
        return host;
    }

    public async Task<T> WithDbAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateSystemScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    public Task AddAsync(params IEnumerable<OutboxMessage> messages) => WithDbAsync(db =>
    {
        db.Outbox.AddRange(messages);
        return db.SaveChangesAsync();
    });

    public Task<OutboxMessage> ReadAsync(Guid id) => WithDbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>Until nothing is due.</summary>
    public async Task DrainAsync()
    {
        while (await Dispatcher.DispatchAsync(CancellationToken.None) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_state.Root, recursive: true);
    }

    private sealed class OpenTokens : ILinkTokens
    {
        public string Create(string purpose, string value) => $"{purpose}-{value}";

        public string? Read(string purpose, string token) => token[(purpose.Length + 1)..];
    }
}

/// <summary>Stands in for the notification classes: notes which row was told, by whom, and does what the test says.</summary>
internal sealed class SpyPublisher(OutboxScope scope, ICurrentActor current, SpyPublisher.Notes notes, IServiceProvider services) : IPublisher
{
    public ValueTask Publish<TNotification>(TNotification notification, CancellationToken cancellationToken) where TNotification : INotification =>
        Publish((object)notification, cancellationToken);

    public async ValueTask Publish(object notification, CancellationToken cancellationToken)
    {
        lock (notes.Told)
        {
            notes.Told.Add((scope.MessageId!.Value, current.Actor));
        }

        await notes.Does(services, notification);
    }

    internal sealed class Notes
    {
        public List<(Guid Id, Actor Actor)> Told { get; } = [];

        public Func<IServiceProvider, object, Task> Does { get; set; } = (_, _) => Task.CompletedTask;
    }
}

/// <summary>Hands over for real, then dies before anybody can note it.</summary>
internal sealed class CrashingTransport(PickupFolder folder) : IMailTransport
{
    public List<string> MessageIds { get; } = [];

    public bool Crashes { get; set; } = true;

    public async Task DeliverAsync(string id, MimeMessage message, CancellationToken ct)
    {
        await ((IMailTransport)folder).DeliverAsync(id, message, ct);
        MessageIds.Add(message.MessageId!);
        if (Crashes)
        {
            Crashes = false;
            throw new IOException("The power went off.");
        }
    }
}
