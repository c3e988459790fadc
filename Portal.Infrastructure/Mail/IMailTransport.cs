using MimeKit;

namespace Portal.Infrastructure.Mail;

/// <summary>Hands a finished mail over. Returns only when somebody else is responsible for it.</summary>
internal interface IMailTransport
{
    /// <param name="id">Names the mail; the same id may come again after a crash.</param>
    Task DeliverAsync(string id, MimeMessage message, CancellationToken ct);
}
