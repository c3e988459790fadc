using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Portal.Infrastructure.Mail;

/// <summary>Puts a mail into its envelope (RFC 5322): both languages' headers in UTF-8 encoded words, the body in seven bits, so that every server passes it on unchanged.</summary>
internal static class MailMessages
{
    /// <summary>The same for the same event, recipient and template, so that a mail sent twice can be recognised.</summary>
    public static string IdOf(Guid outboxId, string recipient, string template) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outboxId:N}\n{recipient}\n{template}")));

    public static MimeMessage Create(string id, string address, string language, MailContent content, MailSettings settings, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            MessageId = $"{id}@{settings.PublicOrigin.Host}",
            Date = now,
            Subject = content.Subject,
            Body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, new MailWords(language)["Mail.Sender"], settings.From));
        message.To.Add(new MailboxAddress("", address));

        // RFC 3834: no out-of-office answers to a machine
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body.Headers.Add(HeaderId.ContentLanguage, language);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }
}
