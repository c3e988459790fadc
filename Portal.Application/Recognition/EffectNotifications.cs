using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>
/// Tells holders when the decision that their statement or request rests on stops, begins again, is looked at again or ends;
/// and the desk that has open cases to close.
/// </summary>
internal sealed class EffectNotifications(IPortalDb db, IMailer mail, TimeProvider clock) :
    INotificationHandler<EquivalenceSuspended>,
    INotificationHandler<EquivalenceUnreviewed>,
    INotificationHandler<EquivalenceLifted>,
    INotificationHandler<EquivalenceReviewCalled>,
    INotificationHandler<EquivalenceWithdrawn>
{
    public ValueTask Handle(EquivalenceSuspended e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectSuspended", ct);

    public ValueTask Handle(EquivalenceUnreviewed e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectUnreviewed", ct);

    public ValueTask Handle(EquivalenceLifted e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectLifted", ct);

    public async ValueTask Handle(EquivalenceWithdrawn e, CancellationToken ct)
    {
        await TellAsync(e.VersionId, "Mail.Cases.EffectWithdrawn", ct);
        if ((await db.EffectOfAsync(e.VersionId, ct)).OpenCases == 0)
        {
            return;
        }

        var host = (await db.Equivalences.AsNoTracking().GetAsync(e.EquivalenceId, ct)).SourceSide.Other();
        foreach (var officer in (await db.StaffAsync(host, Role.RecognitionCaseOfficer, clock.GetUtcNow(), ct)).Order())
        {
            await mail.SendAsync(officer, "Mail.Cases.DeskEnded", new { }, "/Recognition/CaseDesk", ct);
        }
    }

    public ValueTask Handle(EquivalenceReviewCalled e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectReviewed", ct);

    private async ValueTask TellAsync(Guid versionId, string template, CancellationToken ct)
    {
        foreach (var (holder, found) in (await db.TouchedHoldersAsync(versionId, ct)).OrderBy(h => h.Key))
        {
            await mail.SendAsync(holder, template, new { }, $"/Recognition/Requests/Details/{found}", ct);
        }
    }
}
