using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

// By when a decision is looked at again.
public sealed partial class EquivalenceVersion
{
    /// <summary>By when both governments look at it again; null before both have signed.</summary>
    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>That day has come without a review, and both desks were told.</summary>
    public bool IsReviewMissed { get; private set; }

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

    /// <summary>The clock found that the day has passed.</summary>
    internal void MissReview(Actor actor, DateTimeOffset now)
    {
        RequireClock(actor);
        if (!IsReviewMissed && ReviewDueOn <= ReviewRules.Today(now))
        {
            IsReviewMissed = true;
            Raise(new EquivalenceReviewMissed(Id));
        }
    }

    internal void Reviewed(DateTimeOffset now) => (ReviewDueOn, IsReviewMissed) = (ReviewRules.Today(now).AddYears(ReviewRules.Years), false);

    private void RequireClock(Actor actor)
    {
        if (!actor.Has(Permission.RunClock))
        {
            throw new ForbiddenException(this);
        }
    }
}
