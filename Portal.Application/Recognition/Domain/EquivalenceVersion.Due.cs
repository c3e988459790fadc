using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

// By when a decision is looked at again.
public sealed partial class EquivalenceVersion
{
    /// <summary>By when both governments look at it again; null before both have signed.</summary>
    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>When both desks were told that this day was over without a review; null before.</summary>
    public DateTimeOffset? ReviewMissedAt { get; private set; }

    /// <summary>A later framework version changes what it rests on: it is due so many months after that appeared, or after its own first day. Never later than before.</summary>
    internal void FollowFramework(DateTimeOffset appearedAt)
    {
        var begins = ReviewRules.Today(appearedAt) is var day && Content.FirstDay > day ? Content.FirstDay.Value : day;
        if (begins.AddMonths(ReviewRules.FrameworkMonths) is var due && due < ReviewDueOn)
        {
            ReviewDueOn = due;
            Raise(new EquivalenceReviewSooner(Id));
        }
    }

    /// <summary>A decision from before the day was kept.</summary>
    internal void KnowReviewDay(Actor actor)
    {
        RequireClock(actor);
        ReviewDueOn ??= Content.ReviewDueOn;
    }

    /// <summary>The clock found that the day has passed.</summary>
    internal void MissReview(Actor actor, DateTimeOffset now)
    {
        RequireClock(actor);
        if (ReviewMissedAt is null && ReviewDueOn < ReviewRules.Today(now))
        {
            ReviewMissedAt = now;
            Raise(new EquivalenceReviewMissed(Id));
        }
    }

    internal void Reviewed(DateTimeOffset now) => (ReviewDueOn, ReviewMissedAt) = (ReviewRules.Today(now).AddYears(ReviewRules.Years), null);

    private void RequireClock(Actor actor)
    {
        if (!actor.Has(Permission.RunClock))
        {
            throw new ForbiddenException(this);
        }
    }
}
