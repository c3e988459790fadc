using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>Tells holders when the decision that their statement or request rests on stops, begins again, is looked at again or ends.</summary>
internal sealed class EffectNotifications(IPortalDb db, IMailer mail) :
    INotificationHandler<EquivalenceSuspended>,
    INotificationHandler<EquivalenceLifted>,
    INotificationHandler<EquivalenceReviewCalled>,
    INotificationHandler<EquivalenceWithdrawn>
{
    public ValueTask Handle(EquivalenceSuspended e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectSuspended", ct);

    public ValueTask Handle(EquivalenceLifted e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectLifted", ct);

    public ValueTask Handle(EquivalenceWithdrawn e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectWithdrawn", ct);

    public ValueTask Handle(EquivalenceReviewCalled e, CancellationToken ct) => TellAsync(e.VersionId, "Mail.Cases.EffectReviewed", ct);

    private async ValueTask TellAsync(Guid versionId, string template, CancellationToken ct)
    {
        foreach (var (holder, found) in (await db.TouchedHoldersAsync(versionId, ct)).OrderBy(h => h.Key))
        {
            await mail.SendAsync(holder, template, new { }, $"/Recognition/Requests/Details/{found}", ct);
        }
    }
}
