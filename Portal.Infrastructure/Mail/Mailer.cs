using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Mail;

/// <summary>Sends each mail once per event, recipient and template. Only a crash between handing over and noting it can repeat one, and the repeat has the same Message-ID .</summary>
internal sealed class Mailer(
    PortalDbContext db, MailComposer composer, IMailTransport transport, MailSettings settings, OutboxScope outbox, TimeProvider clock) : IMailer
{
    public async Task SendAsync(Guid personId, string template, object slots, string path, CancellationToken ct)
    {
        var person = await db.People.Where(p => p.Id == personId).Select(p => new { p.MailAddress, p.Language }).FirstOrDefaultAsync(ct);
        if (person is not null)
        {
            await SendOnceAsync(personId.ToString("N"), new(person.MailAddress, person.Language), template, slots, path, ct);
        }
    }

    public async Task SendToAddressAsync(string address, string language, string template, object slots, string path, CancellationToken ct) =>
        await SendOnceAsync(address, new(address, language), template, slots, path, ct);

    private async Task SendOnceAsync(string recipient, Recipient to, string template, object slots, string path, CancellationToken ct)
    {
        var id = MailMessages.IdOf(OutboxId, recipient, template);
        if (await db.SentMails.AnyAsync(m => m.Id == id, ct))
        {
            return;
        }

        var content = composer.Compose(template, to.Language, slots, path);
        using var message = MailMessages.Create(id, to.Address, to.Language, content, settings, clock.GetUtcNow());
        await transport.DeliverAsync(id, message, ct);

        // handed over: from here on a shutdown must not make it look unsent
        db.SentMails.Add(new SentMail { Id = id, SentAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private Guid OutboxId => outbox.MessageId ?? throw new InvalidOperationException("Mail is sent from the outbox only, so that it always follows a commit.");

    private sealed record Recipient(string Address, string Language);
}

internal sealed class MailPreview(MailComposer composer) : IMailPreview
{
    public (string Subject, string Text) Render(string template, string language, object slots)
    {
        var content = composer.Compose(template, language, slots, "");
        return (content.Subject, content.Text);
    }
}
