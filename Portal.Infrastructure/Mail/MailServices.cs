using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Application.Shared;
using Portal.Infrastructure.Outbox;

namespace Portal.Infrastructure.Mail;

public static class MailServices
{
    /// <summary>Mail, the outbox that it leaves from, and who acts in the background. Settings: <see cref="MailSettings"/>.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = MailSettings.Of(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<PickupFolder>();
        services.AddSingleton<IMailTransport>(s => settings.Delivery == MailDelivery.Smtp ? new SmtpServer(settings) : s.GetRequiredService<PickupFolder>());
        services.AddSingleton<MailComposer>();
        services.AddSingleton<IMailPreview, MailPreview>();
        services.AddScoped<IMailer, Mailer>();
        services.AddScoped<OutboxScope>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddScoped<ActorHolder>();
        services.TryAddScoped<ICurrentActor, BackgroundActor>();
        services.TryAddScoped<ICurrentOperation, BackgroundOperation>();
        return services;
    }

    /// <summary>The workers of a serving host; the command line does without.</summary>
    public static IServiceCollection AddPortalWorkers(this IServiceCollection services) =>
        services.AddHostedService<OutboxWorker>().AddHostedService<ClockWorker>().AddHostedService<StartGarbage>();
}
