using Microsoft.Extensions.Configuration;

namespace Portal.Infrastructure.Mail;

public enum MailDelivery { Pickup, Smtp }

/// <summary>Where mail goes. Bound from <c>Portal:PublicOrigin</c> and <c>Mail:Delivery|From|Host|Port|User|Password</c>.</summary>
public sealed class MailSettings
{
    public MailDelivery Delivery { get; init; } = MailDelivery.Pickup;

    /// <summary>Scheme and host of every link: fixed, because a request's Host header can be forged (TH-20).</summary>
    public Uri PublicOrigin { get; init; } = new("http://localhost:5080");

    /// <summary>Nobody reads answers to this address.</summary>
    public string From { get; init; } = "";
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;
    public string User { get; init; } = "";
    public string Password { get; init; } = "";

    /// <exception cref="InvalidOperationException">The settings cannot send mail.</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        var origin = Uri.TryCreate(configuration["Portal:PublicOrigin"], UriKind.Absolute, out var set) ? set : new MailSettings().PublicOrigin;
        var mail = configuration.GetSection("Mail");
        var settings = new MailSettings
        {
            PublicOrigin = origin,
            Delivery = mail.GetValue(nameof(Delivery), MailDelivery.Pickup),
            From = mail[nameof(From)] ?? $"no-reply@{origin.Host}",
            Host = mail[nameof(Host)] ?? "",
            Port = mail.GetValue(nameof(Port), 587),
            User = mail[nameof(User)] ?? "",
            Password = mail[nameof(Password)] ?? "",
        };
        return settings is { Delivery: MailDelivery.Smtp, Host: "" }
            ? throw new InvalidOperationException("Mail:Delivery is Smtp, but Mail:Host is not set.")
            : settings;
    }

    /// <param name="path">Below the language, begins with a slash.</param>
    public string Link(string language, string path) => $"{PublicOrigin.GetLeftPart(UriPartial.Authority)}/{language}{path}";
}
