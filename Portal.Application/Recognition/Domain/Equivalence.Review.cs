using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

// Whether both governments look at a decision again in time, and what becomes of it if they do not.
public sealed partial class Equivalence
{
    private const string MissedReview = "Recognition.Suspend.MissedReview";

    /// <summary>Evidence under a version that stands was withdrawn. The decision holds until both governments keep, replace or withdraw it.</summary>
    internal void CallReview(Guid versionId, DateTimeOffset now)
    {
        RequireStanding(versionId, now);
        ReviewCalls = [.. ReviewCalls, new ReviewCall(versionId, now)];
        Touch();
        Raise(new EquivalenceReviewCalled(Id, versionId));
    }

    /// <summary>What both governments sign when they keep a version: which one, as the review that is due by this day, and what has called it up.</summary>
    public string ReviewHash(EquivalenceVersion version) =>
        ContentHash.Of(new { Number, version.Id, version.ReviewDueOn, Called = ReviewCalls.Count(c => c.VersionId == version.Id) });

    /// <summary>Turns one government's key on the outcome that a version holds on as it is. The second key completes the review; true then.</summary>
    /// <exception cref="RefusedException">It does not stand, is being withdrawn, or something about its review has changed since it was shown.</exception>
    public bool KeepReviewed(EquivalenceVersion version, string seenHash, Actor actor, DateTimeOffset now)
    {
        RequireSignatory(actor);
        RequireStanding(version.Id, now);
        if (Withdrawing?.VersionId == version.Id)
        {
            throw new RefusedException("Recognition.Withdraw.UnderWay", this);
        }

        var isJoint = _signatures.Sign(PurposeOf(version), seenHash, ReviewHash(version), actor, now, this);
        Touch();
        if (isJoint)
        {
            Complete(version, now);
        }
        else
        {
            Raise(new EquivalenceReviewSigned(Id, actor.Agency!.Value));
        }

        return isJoint;
    }

    /// <summary>Several versions of a pair may stand, for other work roles or later days: a key on one leaves the keys on the others.</summary>
    private static string PurposeOf(EquivalenceVersion version) => $"{nameof(KeepReviewed)}-{version.Number}";

    private void Complete(EquivalenceVersion version, DateTimeOffset now)
    {
        _signatures.RemoveAll(s => s.Purpose == PurposeOf(version));
        Reviews = [.. Reviews, new ReviewKept(version.Id, now)];
        version.Reviewed(now);
        Raise(new EquivalenceReviewed(Id, version.Id));
        GoOn(version.Id, now);
    }

    /// <summary>The review was missed and the grace after it is over: the effect stops until both governments have looked at it again. The rule does that, no government.</summary>
    internal void SuspendUnreviewed(Guid versionId, Actor actor, DateTimeOffset now)
    {
        if (!actor.Has(Permission.RunClock))
        {
            throw new ForbiddenException(this);
        }

        Cut(p => p.VersionId == versionId && p.State == PeriodState.InForce, now, DateTimeOffset.MaxValue, PeriodState.Suspended, now);
        Raise(new EquivalenceUnreviewed(Id, versionId));
    }

    /// <summary>What the missed review had stopped; what a government has stopped stays so.</summary>
    private void GoOn(Guid versionId, DateTimeOffset now)
    {
        if (SuspendedAt(versionId, now) is { By: null })
        {
            Raise(new EquivalenceLifted(Id, versionId));
        }

        Cut(p => p.VersionId == versionId && p is { State: PeriodState.Suspended, By: null }, now, DateTimeOffset.MaxValue, PeriodState.InForce, now);
    }
}
