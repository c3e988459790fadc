using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

/// <summary>Outbox and mail on a database of their own. The workers' parts are run by hand.</summary>
internal sealed class OutboxHost(TestDatabase database) : IAsyncDisposable
{
    public IServiceProvider Services => database.Services;

    public FakeTimeProvider Clock => database.Clock;

    public OutboxDispatcher Dispatcher => Services.GetRequiredService<OutboxDispatcher>();

    public PickupFolder Mailbox => Services.GetRequiredService<PickupFolder>();

    public static async Task<OutboxHost> StartAsync(Action<IServiceCollection>? change = null, string provider = DatabaseProvider.Sqlite)
    {
        var settings = new Dictionary<string, string?> { ["Portal:PublicOrigin"] = "https://portal.example" };
        var database = await TestDatabase.CreateAsync(provider, services =>
        {
            services.AddPortalMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            services.AddScoped<ICurrentActor, BackgroundActor>().AddScoped<ICurrentOperation, BackgroundOperation>();
            change?.Invoke(services);
        });
        database.Clock.SetUtcNow(new(2027, 1, 15, 0, 0, 0, TimeSpan.Zero));
        return new(database);
    }

    public Task<T> WithDbAsync<T>(Func<PortalDbContext, Task<T>> work) => database.AsAsync(Actor.System, work);

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

    public ValueTask DisposeAsync() => database.DisposeAsync();
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
