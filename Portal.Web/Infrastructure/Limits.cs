using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Infrastructure;

/// <summary>
/// Refuses what comes too often, with 429 and how long to wait (S-07). Whatever carries <see cref="LimitedAttribute"/> is counted in the
/// database, for all nodes; every page is counted in memory against plain floods.
/// </summary>
internal static class Limits
{
    public const string FactorSetting = "Limits:AddressFactor", PagesSetting = "Limits:PagesPerMinute";

    /// <summary>Pages that one network address may open in a minute, and up to twice as many at once.</summary>
    private const int PagesPerMinute = 3000;

    private const int SecondsPerRefill = 5;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration.GetValue<int?>(PagesSetting);
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (rejected, _) => new(RefuseAsync(
                rejected.HttpContext, "Pages", rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(SecondsPerRefill)));
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsCounted(context, configured)
                ? RateLimitPartition.GetTokenBucketLimiter(NetworkSource.Of(context), _ => Pages(configured ?? PagesPerMinute))
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    /// <summary>Before it is known who asks: by network address, and by the account that a form names.</summary>
    public static async Task CountSourceAsync(HttpContext context, RequestDelegate next)
    {
        if (RuleOf(context) is not var (limit, rule))
        {
            await next(context);
            return;
        }

        if (await MayAsync(context, limit, "source", NetworkSource.Of(context), rule.Source.Times(FactorOf(context)))
            && await RequestLimits.CanReadFormAsync(context)
            && (AccountIn(context.Request, rule.Field) is not { } account || await MayAsync(context, limit, "account", account, rule.Account!)))
        {
            await next(context);
        }
    }

    /// <summary>
    /// Calls at which connected systems show secrets, codes and tokens. Only what fails is counted, before its answer goes out: what succeeds
    /// writes nothing. Beyond the limit nothing is compared any more.
    /// </summary>
    public static async Task CountProtocolFailuresAsync(HttpContext context, RequestDelegate next)
    {
        if (!ProtocolPaths.TakeSecrets(context.Request.Path))
        {
            await next(context);
            return;
        }

        var tallies = context.RequestServices.GetRequiredService<Tallies>();
        var key = Tallies.KeyOf(nameof(Limit.ProtocolFailure), "source", NetworkSource.Of(context));
        if (await tallies.WaitAsync(key, context.RequestAborted) is { } wait)
        {
            Refuse(context, $"{Limit.ProtocolFailure} by source", wait);
            await context.Response.WriteAsJsonAsync(new { error = "temporarily_unavailable" }, context.RequestAborted);
            return;
        }

        var rate = LimitRule.All[Limit.ProtocolFailure].Source.Times(FactorOf(context));
        context.Response.OnStarting(() => context.Response.StatusCode is >= 400 and < 500 ? tallies.CountAsync(key, rate, CancellationToken.None) : Task.CompletedTask);
        await next(context);
    }

    /// <summary>Once it is known who asks.</summary>
    public static async Task CountPersonAsync(HttpContext context, RequestDelegate next)
    {
        var actor = context.RequestServices.GetRequiredService<ICurrentActor>().Actor;
        if (!actor.IsSignedIn || RuleOf(context) is not (var limit, { IsPerPerson: true } rule)
            || await MayAsync(context, limit, "person", actor.UserId.ToString(), rule.Account!))
        {
            await next(context);
        }
    }

    private static double FactorOf(HttpContext context) => context.RequestServices.GetRequiredService<IConfiguration>().GetValue(FactorSetting, 1.0);

    private static (Limit Limit, LimitRule Rule)? RuleOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is { Limit: var limit } ? (limit, LimitRule.All[limit]) : null;

    private static async Task<bool> MayAsync(HttpContext context, Limit limit, string by, string whom, Rate rate)
    {
        var tallies = context.RequestServices.GetRequiredService<Tallies>();
        if (await tallies.CountAsync(Tallies.KeyOf(limit.ToString(), by, whom), rate, context.RequestAborted) is not { } wait)
        {
            return true;
        }

        await RefuseAsync(context, $"{limit} by {by}", wait);
        return false;
    }

    private static async Task RefuseAsync(HttpContext context, string limit, TimeSpan wait)
    {
        var isRead = await RequestLimits.CanReadFormAsync(context);
        Refuse(context, limit, wait);
        context.Features.Set(new RefusedForm("Status429", isRead ? RefusedForm.TypedIn(context.Request) : "", wait));
    }

    private static void Refuse(HttpContext context, string limit, TimeSpan wait)
    {
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Limits)).LogWarning("Refused: {Limit}", limit);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>As accounts are compared; what is no mail address counts as it was typed.</summary>
    private static string? AccountIn(HttpRequest request, string? field) => field is null || !request.HasFormContentType || !request.Form.ContainsKey(field)
        ? null
        : MailAddress.TryCanonical(request.Form[field], out var address) ? address : MailAddress.Plain(request.Form[field]);

    /// <summary>This machine's own proxy, tests and measurements are not counted unless the operator says so.</summary>
    private static bool IsCounted(HttpContext context, int? configured) =>
        configured is not null || context.Connection.RemoteIpAddress is { } address && !System.Net.IPAddress.IsLoopback(address);

    private static TokenBucketRateLimiterOptions Pages(int perMinute) => new()
    {
        TokenLimit = perMinute * 2,
        TokensPerPeriod = Math.Max(1, perMinute * SecondsPerRefill / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(SecondsPerRefill),
    };
}
