using Mediator;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>Tells the recognition desks of both governments whose move an equivalence is.</summary>
internal sealed class RecognitionNotifications(IPortalDb db, IMailer mail, TimeProvider clock) :
    INotificationHandler<EquivalenceReviewOpened>,
    INotificationHandler<EquivalenceReviewClosed>,
    INotificationHandler<EquivalenceDrafted>,
    INotificationHandler<EquivalenceSigned>,
    INotificationHandler<EquivalenceKeysVoided>,
    INotificationHandler<EquivalencePublished>,
    INotificationHandler<EquivalenceSuspended>,
    INotificationHandler<EquivalenceLifted>,
    INotificationHandler<EquivalenceWithdrawalProposed>,
    INotificationHandler<EquivalenceKept>,
    INotificationHandler<EquivalenceEvidenceLost>,
    INotificationHandler<EquivalenceReviewCalled>,
    INotificationHandler<EquivalenceReviewSooner>,
    INotificationHandler<EquivalenceReviewMissed>,
    INotificationHandler<EquivalenceReviewSigned>,
    INotificationHandler<EquivalenceReviewed>,
    INotificationHandler<EquivalenceUnreviewed>,
    INotificationHandler<EquivalenceWithdrawn>
{
    public async ValueTask Handle(EquivalenceReviewOpened e, CancellationToken ct) =>
        await TellAsync(await OfVersionAsync(e.VersionId, ct), Governments.Both, "Mail.Recognition.ReviewOpened", ct, Role.RecognitionReviewer);

    public async ValueTask Handle(EquivalenceReviewClosed e, CancellationToken ct) =>
        await TellAsync(await OfVersionAsync(e.VersionId, ct), Governments.Both, "Mail.Recognition.ReviewClosed", ct, Role.RecognitionOfficer);

    public async ValueTask Handle(EquivalenceDrafted e, CancellationToken ct) =>
        await TellAsync(await OfVersionAsync(e.VersionId, ct), Governments.Both, "Mail.Recognition.Drafted", ct, Role.RecognitionSignatory);

    public async ValueTask Handle(EquivalenceSigned e, CancellationToken ct) =>
        await TellAsync(await OfVersionAsync(e.VersionId, ct), [e.Government.Other()], "Mail.Recognition.Signed", ct, Role.RecognitionSignatory);

    public async ValueTask Handle(EquivalenceKeysVoided e, CancellationToken ct) =>
        await TellAsync(await OfVersionAsync(e.VersionId, ct), Governments.Both, "Mail.Recognition.KeysVoided", ct, Role.RecognitionOfficer, Role.RecognitionSignatory);

    public async ValueTask Handle(EquivalencePublished e, CancellationToken ct) =>
        await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Published", ct);

    public async ValueTask Handle(EquivalenceSuspended e, CancellationToken ct) =>
        await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Suspended", ct);

    public async ValueTask Handle(EquivalenceLifted e, CancellationToken ct) =>
        await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Lifted", ct);

    public async ValueTask Handle(EquivalenceWithdrawn e, CancellationToken ct) =>
        await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Withdrawn", ct);

    public async ValueTask Handle(EquivalenceWithdrawalProposed e, CancellationToken ct) =>
        await TellAsync(await db.Equivalences.GetAsync(e.EquivalenceId, ct), [e.Government.Other()], "Mail.Recognition.WithdrawalProposed", ct, Role.RecognitionSignatory);

    public async ValueTask Handle(EquivalenceKept e, CancellationToken ct) => await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Kept", ct);

    public async ValueTask Handle(EquivalenceEvidenceLost e, CancellationToken ct) =>
        await TellAsync(await OfVersionAsync(e.VersionId, ct), Governments.Both, "Mail.Recognition.EvidenceLost", ct, Role.RecognitionOfficer, Role.RecognitionReviewer);

    public async ValueTask Handle(EquivalenceReviewCalled e, CancellationToken ct) => await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.ReviewCalled", ct);

    public async ValueTask Handle(EquivalenceReviewSooner e, CancellationToken ct) => await TellDesksAsync((await OfVersionAsync(e.VersionId, ct)).Id, "Mail.Recognition.ReviewSooner", ct);

    public async ValueTask Handle(EquivalenceReviewMissed e, CancellationToken ct) => await TellDesksAsync((await OfVersionAsync(e.VersionId, ct)).Id, "Mail.Recognition.ReviewMissed", ct);

    public async ValueTask Handle(EquivalenceReviewSigned e, CancellationToken ct) =>
        await TellAsync(await db.Equivalences.GetAsync(e.EquivalenceId, ct), [e.Government.Other()], "Mail.Recognition.ReviewSigned", ct, Role.RecognitionSignatory);

    public async ValueTask Handle(EquivalenceReviewed e, CancellationToken ct) => await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Reviewed", ct);

    public async ValueTask Handle(EquivalenceUnreviewed e, CancellationToken ct) => await TellDesksAsync(e.EquivalenceId, "Mail.Recognition.Unreviewed", ct);

    private async Task<Equivalence> OfVersionAsync(Guid versionId, CancellationToken ct) =>
        await db.Equivalences.GetAsync((await db.EquivalenceVersions.GetAsync(versionId, ct)).EquivalenceId, ct);

    private async Task TellDesksAsync(Guid equivalenceId, string template, CancellationToken ct) =>
        await TellAsync(await db.Equivalences.GetAsync(equivalenceId, ct), Governments.Both, template, ct, Role.RecognitionOfficer, Role.RecognitionSignatory);

    private async Task TellAsync(Equivalence equivalence, IEnumerable<Government> sides, string template, CancellationToken ct, params Role[] roles)
    {
        var slots = new { equivalence.Number, Source = equivalence.SourceKey, Target = equivalence.TargetCode };
        var people = new HashSet<Guid>();
        foreach (var side in sides)
        {
            foreach (var role in roles)
            {
                people.UnionWith(await db.StaffAsync(side, role, clock.GetUtcNow(), ct));
            }
        }

        foreach (var person in people.Order())
        {
            await mail.SendAsync(person, template, slots, $"/Recognition/Equivalences/Details/{equivalence.Number}", ct);
        }
    }
}
