using Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class OutboxTests
{
    private static readonly SpyPublisher.Notes Silent = new();

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Four_workers_tell_each_of_200_events_once(string engine)
    {
        var notes = new SpyPublisher.Notes();
        await using var host = await SpyAsync(notes, engine: engine);
        var messages = Enumerable.Range(0, 200).Select(_ => Message(host)).ToList();
        await host.AddAsync(messages);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.DrainAsync)));

        Assert.Equal(messages.Select(m => m.Id).Order(), notes.Told.Select(t => t.Id).Order());
        Assert.Equal(200, await host.WithDbAsync(db => db.Outbox.CountAsync(m => m.CompletedAt != null && m.LockedBy == null && m.Attempts == 1)));
    }

    [Fact]
    public async Task The_portal_itself_acts_while_an_event_is_told()
    {
        var notes = new SpyPublisher.Notes();
        await using var host = await SpyAsync(notes);
        await host.AddAsync(Message(host));

        await host.DrainAsync();

        Assert.Same(Actor.System, Assert.Single(notes.Told).Actor);
    }

    [Fact]
    public async Task A_poison_event_waits_longer_each_time_and_is_laid_aside_while_others_go_on()
    {
        var poison = Guid.NewGuid();
        var notes = new SpyPublisher.Notes { Does = (_, e) => e is CallApproved { CallId: var id } && id == poison ? throw new FormatException("hanako@example.com") : Task.CompletedTask };
        await using var host = await SpyAsync(notes);
        var (bad, good) = (Message(host, poison), Message(host));
        await host.AddAsync(bad, good);

        var waits = new List<TimeSpan>();
        await host.DrainAsync();
        while (await host.ReadAsync(bad.Id) is { DeadAt: null } waiting)
        {
            waits.Add(waiting.DueAt - host.Clock.GetUtcNow());
            host.Clock.Advance(waits[^1] - TimeSpan.FromTicks(10));
            Assert.Equal(0, await host.Dispatcher.DispatchAsync(TestContext.Current.CancellationToken));
            host.Clock.Advance(TimeSpan.FromTicks(10));
            await host.DrainAsync();
        }

        Assert.Equal([10, 60, 300, 1800, 7200, 21600, 43200, 86400, 86400], waits.Select(w => w.TotalSeconds));
        var dead = await host.ReadAsync(bad.Id);
        Assert.Equal((10, "FormatException", (Guid?)null, (DateTimeOffset?)null), (dead.Attempts, dead.LastError, dead.LockedBy, dead.CompletedAt));
        Assert.NotNull((await host.ReadAsync(good.Id)).CompletedAt);
    }

    [Fact]
    public async Task A_row_of_an_unknown_event_fails_by_itself()
    {
        await using var host = await SpyAsync(Silent);
        var message = new OutboxMessage { Type = "System.Diagnostics.Process", Payload = "{}", CreatedAt = host.Clock.GetUtcNow(), DueAt = host.Clock.GetUtcNow() };
        await host.AddAsync(message);

        await host.DrainAsync();

        Assert.Equal(nameof(UnknownEventException), (await host.ReadAsync(message.Id)).LastError);
    }

    [Fact]
    public async Task Another_worker_takes_over_when_the_lease_runs_out_and_the_first_can_no_longer_complete()
    {
        var notes = new SpyPublisher.Notes();
        await using var host = await SpyAsync(notes);
        var message = Message(host);
        await host.AddAsync(message);
        await using var first = host.Services.CreateAsyncScope();
        var slow = ActivatorUtilities.CreateInstance<OutboxLease>(first.ServiceProvider);
        var held = await slow.TakeAsync(message.Id, CancellationToken.None);

        await host.DrainAsync();
        Assert.Empty(notes.Told);
        host.Clock.Advance(OutboxLease.Duration);
        await using var second = host.Services.CreateAsyncScope();
        var fast = ActivatorUtilities.CreateInstance<OutboxLease>(second.ServiceProvider);
        var taken = await fast.TakeAsync(message.Id, CancellationToken.None);

        Assert.False(await slow.CompleteAsync(held!, CancellationToken.None));
        Assert.True(await fast.CompleteAsync(taken!, CancellationToken.None));
    }

    [Fact]
    public async Task An_event_that_took_the_process_down_ten_times_is_laid_aside()
    {
        var notes = new SpyPublisher.Notes();
        await using var host = await SpyAsync(notes);
        var message = Message(host);
        message.Attempts = 10;
        await host.AddAsync(message);

        await host.DrainAsync();

        var dead = await host.ReadAsync(message.Id);
        Assert.Equal((nameof(LeaseExpiredException), true), (dead.LastError, dead.DeadAt is not null));
        Assert.Empty(notes.Told);
    }

    [Fact]
    public async Task A_crash_between_handing_over_and_noting_repeats_the_mail_once_under_the_same_message_id()
    {
        var notes = new SpyPublisher.Notes { Does = (services, _) => MailAsync(services) };
        await using var host = await SpyAsync(notes, s => s.AddSingleton<CrashingTransport>().AddSingleton<IMailTransport>(x => x.GetRequiredService<CrashingTransport>()));
        await host.AddAsync(Message(host));

        await host.DrainAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await host.DrainAsync();

        var ids = host.Services.GetRequiredService<CrashingTransport>().MessageIds;
        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0], ids[1]);
        Assert.Single(host.Mailbox.List(10));
    }

    [Fact]
    public async Task A_repeated_event_sends_no_second_mail()
    {
        var fails = true;
        var notes = new SpyPublisher.Notes
        {
            Does = async (services, _) =>
            {
                await MailAsync(services);
                if (fails) throw new TimeoutException();
            },
        };
        await using var host = await SpyAsync(notes, s => s.AddSingleton<CrashingTransport>().AddSingleton<IMailTransport>(x => x.GetRequiredService<CrashingTransport>()));
        var transport = host.Services.GetRequiredService<CrashingTransport>();
        transport.Crashes = false;
        await host.AddAsync(Message(host));

        await host.DrainAsync();
        fails = false;
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await host.DrainAsync();

        Assert.Equal(2, notes.Told.Count);
        Assert.Single(transport.MessageIds);
    }

    [Fact]
    public void Every_event_comes_back_as_it_was_written()
    {
        Assert.NotEmpty(OutboxEvents.All);
        IDomainEvent happened = new OutcomeReleased(Guid.NewGuid(), FellowshipApplicationStatus.Reserve);

        var message = OutboxEvents.ToMessage(happened, DateTimeOffset.UnixEpoch);

        Assert.Equal(happened, OutboxEvents.Read(message));
        Assert.Contains("\"Reserve\"", message.Payload, StringComparison.Ordinal);
    }

    private static Task<OutboxHost> SpyAsync(SpyPublisher.Notes notes, Action<IServiceCollection>? change = null, string engine = DatabaseProvider.Sqlite) => OutboxHost.StartAsync(services =>
    {
        services.AddSingleton(notes).AddScoped<IPublisher, SpyPublisher>();
        change?.Invoke(services);
    }, engine);

    private static OutboxMessage Message(OutboxHost host, Guid? callId = null) =>
        OutboxEvents.ToMessage(new CallApproved(callId ?? Guid.NewGuid()), host.Clock.GetUtcNow());

    private static Task MailAsync(IServiceProvider services) => services.GetRequiredService<IMailer>().SendToAddressAsync(
        "hanako@example.com", "ja", "Mail.Account.PasswordChanged", new { }, "/Account/ForgotPassword", CancellationToken.None);
}
