using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Application;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Audit;
using Portal.Infrastructure.Exports;
using Portal.Infrastructure.Exports.Pdf;
using Portal.Infrastructure.Files;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.ReferenceData.Claims;

namespace Portal.Infrastructure;

public static class InfrastructureServices
{
    /// <summary>Days between a missed review of a decision and its suspension.</summary>
    public const string GraceSetting = "Recognition:ReviewGraceDays";

    /// <summary>Database, files, audit and exports. Settings: <c>Database:Provider</c>, <c>Database:ConnectionString</c>.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, PortalState state)
    {
        services.AddSingleton(state);
        services.TryAddSingleton(TimeProvider.System);
        services.AddPortalDatabase(configuration, state);
        services.AddSingleton(new ReviewRules(configuration.GetValue(GraceSetting, ReviewRules.Proposed2026.GraceDays)));
        services.AddScoped<IOperationLog, OperationLog>();
        services.AddScoped<IAuditLog, AuditLog>();
        services.AddScoped<IChainVerifier, ChainVerifier>();
        services.AddScoped<IClaimFiles, ClaimFiles>();
        services.AddScoped<IUndelivered, Undelivered>();
        services.AddScoped<ISignInSessions, SignInSessions>();
        services.AddSingleton<IDocumentPrinter, PdfPrinter>();
        services.AddSingleton<IStatementPrinter>(s => new StatementPrinter(s.GetRequiredService<IDocumentPrinter>(), MailSettings.Of(configuration)));
        services.AddSingleton<ICalendarWriter, CalendarFile>();
        services.AddSingleton<ITableWriter, TableWriter>();
        services.AddSingleton<IFileInspector, FileInspector>();
        services.AddSingleton<IFileStore>(s => new LocalFileStore(state.Files, s.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddPortalDatabase(this IServiceCollection services, IConfiguration configuration, PortalState state)
    {
        var provider = configuration["Database:Provider"] ?? DatabaseProvider.Sqlite;
        var connection = configuration["Database:ConnectionString"] ?? $"Data Source={state.Database};Foreign Keys=True";
        services.AddPooledDbContextFactory<PortalDbContext>((s, options) =>
            options.UseApplicationServiceProvider(s).UsePortalDatabase(provider, connection).EnableThreadSafetyChecks(false));
        services.AddScoped(s =>
        {
            var db = s.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
            db.Scope = s;
            return db;
        });
        services.AddScoped<IPortalDb, PortalDb>();
    }
}
