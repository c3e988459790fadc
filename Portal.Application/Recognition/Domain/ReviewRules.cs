using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>When both governments look at a decision again, and how long a missed day is borne. Proposals for the agreement's annex.</summary>
/// <param name="GraceDays">Days after a missed review; then the decision is suspended. Set by the operator.</param>
public sealed record ReviewRules(int GraceDays)
{
    /// <summary>After its first day, and after each time it was looked at again.</summary>
    public const int Years = 3;

    /// <summary>After a later version of the framework appeared that changes what the decision rests on.</summary>
    public const int FrameworkMonths = 12;

    public static readonly ReviewRules Proposed2026 = new(90);

    /// <summary>The day that has begun on both calendars: what is due by a day is missed on neither side before it comes there.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(new Deadline(now, PortalZones.UnitedStates).Local(PortalZones.UnitedStates).DateTime);

    /// <summary>The day on which a decision is suspended whose review was not complete by the due day. The grace begins when the desks are told.</summary>
    /// <returns>Null while the due day is not over.</returns>
    public DateOnly? StopsOn(DateOnly? dueOn, DateTimeOffset? missedAt, DateTimeOffset now) =>
        dueOn is not { } due || due >= Today(now) ? null
        : (missedAt is { } told && Today(told) > due ? Today(told) : due.AddDays(1)).AddDays(GraceDays);
}
