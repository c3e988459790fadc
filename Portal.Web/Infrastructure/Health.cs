using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Infrastructure.Persistence;

namespace Portal.Web.Infrastructure;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, so a balancer may send people here.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddPortalHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", tags: [Ready])
        .AddCheck<OutboxHealth>("outbox", tags: [Ready])
        .AddCheck<ClockHealth>("clock", tags: [Ready]);

    public static void MapPortalHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready", Options(x => x.Tags.Contains(Ready))).AllowAnonymous().DisableRateLimiting();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(
            new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(x => x.Key, x => x.Value.Status.ToString()) }),
    };
}

internal sealed class DatabaseHealth(PortalDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.IsMigratedAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

internal sealed class OutboxHealth(PortalDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Outbox.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>A node whose clock is off must not decide a deadline (S-47).</summary>
internal sealed class ClockHealth(PortalDbContext db) : IHealthCheck
{
    private static readonly TimeSpan s_largestGap = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.ClockGapAsync(TimeProvider.System, cancellationToken) <= s_largestGap ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
