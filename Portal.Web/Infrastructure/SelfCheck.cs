using Portal.Infrastructure;
using Portal.Infrastructure.Connect;
using Portal.Infrastructure.Federation;
using Portal.Infrastructure.Identity;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Persistence;
using Portal.Infrastructure.Seeding;

namespace Portal.Web.Infrastructure;

/// <summary>Why this installation must not serve (S-51). All reasons at once, so that an operator is not led through them one start at a time.</summary>
internal static class SelfCheck
{
    public const string PickupSetting = "Mail:AllowPickup", KeysSetting = "DataProtection:AllowUnprotectedKeys";

    /// <param name="world">Null in a program without one.</param>
    public static async Task<IReadOnlyList<string>> ReasonsAsync(WebApplication app, IDemonstrationWorld? world, CancellationToken ct) =>
        [.. SettingReasons(app), .. await DatabaseReasonsAsync(app.Services, world, ct)];

    private static IEnumerable<string> SettingReasons(WebApplication app)
    {
        var settings = app.Configuration;
        if (settings["AllowedHosts"] is not { Length: > 0 } hosts || hosts.Contains('*'))
        {
            yield return "AllowedHosts is missing or holds a wildcard: name the hosts that the portal answers.";
        }

        if (!Uri.TryCreate(settings[Proxies.PublicOriginSetting], UriKind.Absolute, out var origin) || origin.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"{Proxies.PublicOriginSetting} is not an https address.";
        }

        if (settings[Secrets.CertificateSetting] is null or "" && !settings.GetValue<bool>(KeysSetting))
        {
            yield return $"The keys lie unprotected on the disk: set {Secrets.CertificateSetting}, or {KeysSetting}=true if the disk is protected otherwise.";
        }

        if (!settings.GetValue<bool>(KeysSetting) && Secrets.InClear(app.Services.GetRequiredService<PortalState>()) is { Count: > 0 } clear)
        {
            yield return $"The key ring holds keys that no certificate protects ({string.Join(", ", clear)}), made before one was set: what they seal, signing keys too, is as good as open.";
        }

        if (ServerKeys.HaveCompany(app.Services))
        {
            yield return "Development keys would sign for connected systems: keys come from the database only.";
        }

        if (app.Services.GetRequiredService<MailSettings>().Delivery == MailDelivery.Pickup && !settings.GetValue<bool>(PickupSetting))
        {
            yield return $"Mail goes to a folder and reaches nobody: set Mail:Delivery=Smtp, or {PickupSetting}=true.";
        }

        if (SecurityContact.Of(settings) is null)
        {
            yield return $"Nobody can report a weakness: set {SecurityContact.GeneralSetting}, or {SecurityContact.MailSetting} for that alone.";
        }

        if (settings.GetValue(InfrastructureServices.GraceSetting, 0) < 0)
        {
            yield return $"{InfrastructureServices.GraceSetting} is below zero.";
        }

        if (settings.GetValue<bool>("DetailedErrors") || HasDevelopmentPage(app))
        {
            yield return "Debug pages are switched on: remove DetailedErrors.";
        }

        foreach (var reason in PasskeyReasons(app.Services.GetRequiredService<DeviceBoundPasskeys>()))
        {
            yield return reason;
        }

        foreach (var reason in FederationCheck.Reasons(app.Services.GetRequiredService<OutsideProviders>()))
        {
            yield return reason;
        }
    }

    private static IEnumerable<string> PasskeyReasons(DeviceBoundPasskeys passkeys)
    {
        if (passkeys is { HasModels: false, Unreadable: [] })
        {
            yield return $"No security key is allowed to sign for a government: list the models in {DeviceBoundPasskeys.ModelsSetting}.";
        }

        if (passkeys.Unreadable is { Count: > 0 } unreadable)
        {
            yield return $"{DeviceBoundPasskeys.ModelsSetting} holds what is no AAGUID: {string.Join(", ", unreadable)}.";
        }

        if (!passkeys.HasRoots)
        {
            yield return $"{DeviceBoundPasskeys.RootsSetting} names no file of root certificates in PEM: no security key could show its make.";
        }
    }

    private static bool HasDevelopmentPage(IEndpointRouteBuilder app) =>
        app.DataSources.SelectMany(x => x.Endpoints).Any(x => x.Metadata.GetMetadata<DevelopmentOnlyAttribute>() is not null);

    private static async Task<IReadOnlyList<string>> DatabaseReasonsAsync(IServiceProvider services, IDemonstrationWorld? world, CancellationToken ct)
    {
        await using var scope = services.CreateSystemScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!await db.IsMigratedAsync(ct))
        {
            return ["The database has no schema, or an old one, or does not answer: run \"migrate\"."];
        }

        var weak = (await db.WeakSettingsAsync(ct)).Select(x => $"The database may lose an acknowledged save: {x}.");
        return world is not null && await world.ExistsAsync(ct) ? [.. weak, "The database holds demonstration data: use another one."] : [.. weak];
    }
}
