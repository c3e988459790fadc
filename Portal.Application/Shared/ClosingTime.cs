namespace Portal.Application.Shared;

/// <summary>Days are closed at 17:00 of the official zone, never at midnight, so that a desk is staffed when something goes wrong.</summary>
public static class ClosingTime
{
    public static readonly TimeOnly Time = new(17, 0);

    /// <exception cref="RefusedException">The zone is unknown. 17:00 itself exists exactly once on every day in both zones.</exception>
    public static Deadline On(DateOnly day, string zone) =>
        Deadline.TryFromLocal(day, Time, zone, out var deadline, out var problem) ? deadline : throw new RefusedException(problem.Code());
}
