using Portal.Application;
using Portal.Infrastructure;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Federation;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Seeding;
using Portal.Web.CommandLine;
using Portal.Web.Infrastructure;

namespace Portal.Web;

public sealed class Program
{
    private Program() { }

    public static Task<int> Main(string[] args) => Verbs.RunAsync(args, new Terminal(Console.Out, Console.Error), CancellationToken.None);

    /// <summary>The whole portal: what it is made of, then what a request passes through, in this order.</summary>
    internal static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ApplicationName = typeof(Program).Namespace });
        var state = builder.AddPortalState();
        builder.AddPortalAddress();
        builder.AddPortalLogs();
        builder.AddPortalKeys(state);
        builder.AddPortalCookies();
        builder.AddRequestLimits();
        builder.AddLimits();
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(builder.Configuration, state);
        builder.Services.AddPortalRequests();
        builder.Services.AddPortalIdentity();
        builder.Services.AddPortalConnect();
        builder.Services.AddPortalFederation(builder.Configuration);
        builder.Services.AddPortalMail(builder.Configuration);
        builder.Services.AddPortalWorkers();
        builder.Services.AddSeeding();
        builder.Services.AddPortalPages(builder.Environment);
        builder.Services.AddDoors();

        var app = builder.Build();
        app.UseRequestInstant();
        app.UseServerTiming();
        app.UseKnownProxies();
        app.UsePublicOrigin();
        app.UsePortalSecurityHeaders();
        app.UseMiddleware<ErrorPages>();
        app.Use(RequestLimits.RefuseOtherMethodsAsync);
        app.Use(CrossSiteRequests.RefuseAsync);
        app.UseRouting();
        app.UseRequestLocalization(LanguageChoice.Options);
        app.Use(LanguageChoice.KeepFromLinkAsync);
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.Use(Limits.CountSourceAsync);
        app.Use(Limits.CountProtocolFailuresAsync);
        app.UseCookiePolicy();
        app.UseConnectKeys();
        app.UseAuthentication();
        app.UseMiddleware<RecogniseActor>();
        app.Use(Limits.CountPersonAsync);
        app.Use(Doors.AnswerDeadEndsAsync);
        app.UseAuthorization();
        app.Use(StaffFactors.LeadToSetUpAsync);
        app.UsePublicCompression();
        app.Use(RequestLimits.ReadFormAsync);
        app.MapPortal();
        return app;
    }
}
