using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>What everybody is told about the review of a decision that binds: called up again and holding meanwhile, missed and holding meanwhile, or stopped because it was missed.</summary>
public enum ReviewNotice { Called, Missed, Stopped }

internal static class ReviewNotices
{
    /// <summary>Of a decision that is in force.</summary>
    /// <returns>The weightier one; null where there is nothing to say.</returns>
    public static ReviewNotice? Of(Guid versionId, DateOnly? dueOn, IReadOnlyList<ReviewCall> calls, IReadOnlyList<ReviewKept> reviews, DateTimeOffset asOf) =>
        dueOn < ReviewRules.Today(asOf) ? ReviewNotice.Missed
        : CalledAt(versionId, calls, reviews, asOf, asOf) is not null ? ReviewNotice.Called
        : null;

    /// <summary>When evidence under a version was last withdrawn; null where that never happened or both governments have kept the version since.</summary>
    public static DateTimeOffset? CalledAt(Guid versionId, IReadOnlyList<ReviewCall> calls, IReadOnlyList<ReviewKept> reviews, DateTimeOffset asOf, DateTimeOffset knownAt)
    {
        var called = calls.Where(c => c.VersionId == versionId && c.At <= asOf && c.At <= knownAt).Max(c => (DateTimeOffset?)c.At);
        return reviews.Any(r => r.VersionId == versionId && r.At >= called && r.At <= asOf && r.At <= knownAt) ? null : called;
    }

    /// <summary>When both governments last kept it; null where they never did.</summary>
    public static DateTimeOffset? KeptAt(Guid versionId, IReadOnlyList<ReviewKept> reviews, DateTimeOffset asOf) =>
        reviews.Where(r => r.VersionId == versionId && r.At <= asOf).Max(r => (DateTimeOffset?)r.At);

    public static bool IsStopped(this IEnumerable<EquivalencePeriod> known, Guid versionId, DateTimeOffset asOf) =>
        known.Any(p => p.VersionId == versionId && p is { State: PeriodState.Suspended, By: null } && p.Holds(asOf));
}
