using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>Tells the officers of both governments how a withdrawal of evidence stands.</summary>
internal sealed class EvidenceNotifications(IPortalDb db, IMailer mail, TimeProvider clock) :
    INotificationHandler<EvidenceWithdrawalProposed>,
    INotificationHandler<EvidenceWithdrawn>,
    INotificationHandler<EvidenceKept>
{
    public ValueTask Handle(EvidenceWithdrawalProposed e, CancellationToken ct) => TellAsync(e.EvidenceId, [e.Government.Other()], "Mail.Evidence.WithdrawalProposed", ct);

    public ValueTask Handle(EvidenceWithdrawn e, CancellationToken ct) => TellAsync(e.EvidenceId, Governments.Both, "Mail.Evidence.Withdrawn", ct);

    public ValueTask Handle(EvidenceKept e, CancellationToken ct) => TellAsync(e.EvidenceId, Governments.Both, "Mail.Evidence.Kept", ct);

    private async ValueTask TellAsync(Guid id, IEnumerable<Government> sides, string template, CancellationToken ct)
    {
        var kind = await db.EvidenceItems.AnyAsync(i => i.Id == id, ct) ? EvidenceKind.Item : EvidenceKind.Version;
        var evidence = await db.EvidenceAsync(kind, id, ct);
        var certification = await db.Certifications.Where(c => c.Id == evidence.CertificationId).Select(c => c.Code).SingleAsync(ct);
        foreach (var side in sides)
        {
            foreach (var person in (await db.StaffAsync(side, Role.RecognitionOfficer, clock.GetUtcNow(), ct)).Order())
            {
                await mail.SendAsync(person, template, new { Certification = certification }, $"/Recognition/EvidenceWithdrawal/{kind}/{id}", ct);
            }
        }
    }
}
