using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Federation;

namespace Portal.Web.Infrastructure;

/// <summary>The parts of the host that <c>Program</c> puts together.</summary>
internal static class PortalHosting
{
    private const string DefaultAddress = "http://localhost:5080", DefaultState = "state";

    public static PortalState AddPortalState(this WebApplicationBuilder builder) =>
        new PortalState(Path.GetFullPath(builder.Configuration["PORTAL_STATE"] ?? DefaultState)).Create();

    public static void AddPortalAddress(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>For machines in Production, for eyes in Development. No log line holds personal data (rule 18 of the house style).</summary>
    public static void AddPortalLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // It repeats what a provider writes about a failure, and that may name a person; OutsideEvents says what is to be known.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.OpenIdConnect", LogLevel.None);
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat, o.IncludeScopes) = (true, "O", true));
        }
    }

    public static void AddPortalPages(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRouting(o => o.SetParameterPolicy<PageLanguageConstraint>(PageLanguageConstraint.Name));
        services.AddSingleton<Text>();
        services.AddSingleton(s => new Formats(key => s.GetRequiredService<Text>()[key]));
        services.AddControllersWithViews(o =>
        {
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Filters.Add<RefusalFilter>();
            o.Conventions.Add(new DevelopmentOnlyConvention(environment));
        });
        services.AddOptions<MvcOptions>().Configure<Text>(BindingMessages.Localize);
        // Otherwise every Japanese character leaves as &#x…;, five times as long.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<ErrorPageWriter>();
        services.AddSingleton<DemoBanner>();
        services.AddScoped<RequestFrame>().AddScoped<IPageFrame>(s => s.GetRequiredService<RequestFrame>());
        services.AddScoped<INavigation>(s => PortalSections.For(s.GetRequiredService<ICurrentActor>().Actor));
    }

    public static void AddPortalRequests(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentOperation, HttpOperation>();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.AddPortalHealth();
    }

    /// <summary>The instant at which the request came in is taken before anything else happens to it.</summary>
    public static void UseRequestInstant(this WebApplication app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<ICurrentOperation>();
        return next(context);
    });

    /// <summary>Tells how long the server took, for the load runs. In Development only: elsewhere a time could tell what a page keeps to itself.</summary>
    public static void UseServerTiming(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.Use((context, next) =>
        {
            var begun = Stopwatch.GetTimestamp();
            context.Response.OnStarting(() =>
            {
                var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                context.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"app;dur={took:0.0}");
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>
    /// Compresses pages for visitors only. A page of a signed-in person holds secrets beside text that others can choose (a search word),
    /// and the compressed length would give them away letter by letter (BREACH). Static files are compressed when they are built.
    /// </summary>
    public static void UsePublicCompression(this WebApplication app) =>
        app.UseWhen(context => context.User.Identity is not { IsAuthenticated: true }, visitors => visitors.UseResponseCompression());

    public static void MapPortal(this WebApplication app)
    {
        // Served as soon as they are found: no cookie is read and no database asked for a stylesheet.
        app.MapStaticAssets().ShortCircuit().AllowAnonymous();
        app.MapPortalHealth();
        app.MapSecurityContact();
        app.MapGet("/", LanguageChoice.Redirect).AllowAnonymous();
        app.MapGet(OutsideErrand.NeutralFailurePath, (HttpRequest request) => Results.LocalRedirect($"~/{LanguageChoice.Preferred(request)}/Account/Outside/Failed")).AllowAnonymous();
        app.MapControllerRoute("modules", $"{LanguageChoice.Route}/{{area:exists}}/{{controller}}/{{action=Index}}/{{id?}}").WithStaticAssets();
        app.MapControllerRoute("public", $"{LanguageChoice.Route}/{{controller=Home}}/{{action=Index}}/{{id?}}").WithStaticAssets();
        app.RequireEveryDoorNamed();
    }
}
