using Mediator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;
using Portal.Web;

namespace Portal.Tests.Support;

/// <summary>
/// The real program on a real port, with a state folder and a database of its own; use it as a class fixture. Only the clock is a stand-in,
/// and the workers run when the test says so, not by themselves. Mail lies in the pickup folder.
/// </summary>
public class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly PortalTemplate _template;

    public PortalHost(PortalTemplate template)
    {
        _template = template;
        UseKestrel();
    }

    public FakeTimeProvider Clock { get; } = new(TestData.Now);

    public PortalState State { get; } = new(Directory.CreateTempSubdirectory("portal-host-").FullName);

    /// <summary>For the address bar: cookies and passkeys want a name, not a number.</summary>
    public Uri Address { get; private set; } = null!;

    public People People => field ??= new People(this);

    /// <summary>Further settings of this host, before it starts.</summary>
    protected virtual IEnumerable<(string Name, string Value)> Settings => [];

    public virtual ValueTask InitializeAsync()
    {
        _template.CopyTo(State.Create().Database);
        StartServer();
        Address = new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
        return ValueTask.CompletedTask;
    }

    /// <summary>A browser without script and with cookies of its own: one person at one desk.</summary>
    public PortalClient Visitor() => new(Address);

    public async Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateSystemScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    public async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = Services.CreateSystemScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Sends a message past the pages, to bring a case to where a test begins.</summary>
    public async Task<TResponse> SendAsync<TResponse>(Actor actor, ICommand<TResponse> message) => (TResponse)(await SendAnyAsync(actor, message))!;

    public async Task<TResponse> SendAsync<TResponse>(Actor actor, IQuery<TResponse> message) => (TResponse)(await SendAnyAsync(actor, message))!;

    /// <summary>Lets the outbox work until it is empty.</summary>
    public async Task<IReadOnlyList<PickedUpMail>> MailAsync()
    {
        var dispatcher = Services.GetRequiredService<OutboxDispatcher>();
        while (await dispatcher.DispatchAsync(TestContext.Current.CancellationToken) > 0)
        {
        }

        return Services.GetRequiredService<PickupFolder>().List(1000);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(State.Root, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Development);
        builder.UseSetting("PORTAL_STATE", State.Root);
        // Not by UseKestrel(port): that sets the address while the program may already be serving.
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
        foreach (var category in new[] { "Default", "Microsoft", "Microsoft.Hosting.Lifetime" })
        {
            builder.UseSetting($"Logging:LogLevel:{category}", "None");
        }

        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // The first page of a cold host on a busy machine takes longer than a person should wait in earnest.
            services.PostConfigure<RequestTimeoutOptions>(o => o.DefaultPolicy = new() { Timeout = TimeSpan.FromMinutes(1) });
            foreach (var worker in services.Where(x => x.ServiceType == typeof(IHostedService) && x.ImplementationType?.Assembly == typeof(PortalState).Assembly).ToList())
            {
                services.Remove(worker);
            }
        });
    }

    private async Task<object?> SendAnyAsync(Actor actor, object message)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Fixed = actor.Proof is null ? actor with { Proof = new SignInProof(SignInMethod.Demonstration, true, Clock.GetUtcNow(), Guid.Empty) } : actor;
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(message, TestContext.Current.CancellationToken);
    }
}
