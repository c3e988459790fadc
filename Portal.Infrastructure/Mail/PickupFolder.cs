using System.Text.RegularExpressions;
using MimeKit;

namespace Portal.Infrastructure.Mail;

/// <summary>A mail lying in the pickup folder.</summary>
public sealed record PickedUpMail(string Id, string Language, string Subject, string To, DateTimeOffset At, string Text);

/// <summary>Mail as .eml files for another program to send, or to be read on the Development mailbox page. A mail delivered twice replaces itself.</summary>
public sealed partial class PickupFolder(PortalState state) : IMailTransport
{
    async Task IMailTransport.DeliverAsync(string id, MimeMessage message, CancellationToken ct)
    {
        Directory.CreateDirectory(state.Mail);
        var unfinished = Path.Combine(state.Mail, $"{id}.{Guid.NewGuid():N}.part");
        await message.WriteToAsync(unfinished, ct);
        File.Move(unfinished, PathOf(id), overwrite: true);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PickedUpMail> List(int atMost) => !Directory.Exists(state.Mail) ? [] :
    [
        .. new DirectoryInfo(state.Mail).EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(atMost)
            .Select(f => Path.GetFileNameWithoutExtension(f.Name)).Where(IsId).Select(Load).OrderByDescending(m => m.At),
    ];

    /// <summary>Null when there is no such mail.</summary>
    public PickedUpMail? Find(string id) => IsId(id) && File.Exists(PathOf(id)) ? Load(id) : null;

    private PickedUpMail Load(string id)
    {
        using var message = MimeMessage.Load(PathOf(id));
        return new(id, message.Body?.Headers[HeaderId.ContentLanguage] ?? "en", message.Subject ?? "", message.To.ToString(), message.Date, message.TextBody ?? "");
    }

    private string PathOf(string id) => Path.Combine(state.Mail, $"{id}.eml");

    private static bool IsId(string id) => Id.IsMatch(id);

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Id { get; }
}
