using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Portal.Infrastructure.Mail;

/// <summary>A mail server that speaks STARTTLS; without it nothing is sent, for the links are secrets.</summary>
internal sealed class SmtpServer(MailSettings settings) : IMailTransport
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public async Task DeliverAsync(string id, MimeMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient { Timeout = (int)s_patience.TotalMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, SecureSocketOptions.StartTls, ct);
        if (settings.User.Length > 0)
        {
            await client.AuthenticateAsync(settings.User, settings.Password, ct);
        }

        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, CancellationToken.None);
    }
}
