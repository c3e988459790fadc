namespace Portal.Application.Shared;

/// <summary>One row of a workflow: from a status, a step leads to a status, for who holds a permission and is one of the parties.</summary>
/// <param name="IsJoint">Both governments must take the step on the same content hash; the second one moves the status.</param>
/// <param name="IsAside">May be taken, but nobody waits for it: withdrawing, for example. Does not make it the party's move.</param>
public sealed record Transition<TStatus, TStep>(
    TStatus From, TStep Step, TStatus To, Permission Permission, Party Parties, bool IsJoint = false, bool IsAside = false)
    where TStatus : struct, Enum
    where TStep : struct, Enum
{
    public bool Admits(Actor actor, Party party) => actor.Has(Permission) && (Parties & party) != 0;
}

/// <summary>The state machine of one aggregate, said once. The guard, the buttons, the permission check and the tests all read this table.</summary>
/// <param name="notNow">Text key said when the step is not open in the present status.</param>
public sealed class Workflow<TStatus, TStep>(string notNow, params Transition<TStatus, TStep>[] rows)
    where TStatus : struct, Enum
    where TStep : struct, Enum
{
    public IReadOnlyList<Transition<TStatus, TStep>> Rows { get; } = rows;

    /// <summary>A step that both governments take on the same content.</summary>
    public static Transition<TStatus, TStep> Joint(TStatus from, TStep step, TStatus to, Permission permission) =>
        new(from, step, to, permission, Party.EitherAgency, IsJoint: true);

    /// <summary>The row to follow.</summary>
    /// <exception cref="ForbiddenException">Nobody like this actor ever takes this step.</exception>
    /// <exception cref="RefusedException">The step is not open in this status.</exception>
    public Transition<TStatus, TStep> Require(TStatus status, TStep step, Actor actor, Party party, Aggregate subject)
    {
        var mine = Rows.Where(r => Same(r.Step, step) && r.Admits(actor, party)).ToList();
        if (mine.Count == 0)
        {
            throw new ForbiddenException(subject);
        }

        return mine.Find(r => Same(r.From, status)) ?? throw new RefusedException(notNow);
    }

    /// <summary>The steps open to this actor now: the buttons of the page.</summary>
    public IEnumerable<TStep> Open(TStatus status, Actor actor, Party party) =>
        Rows.Where(r => Same(r.From, status) && r.Admits(actor, party)).Select(r => r.Step).Distinct();

    /// <summary>The parties that the case waits for in this status: whose move it is.</summary>
    public Party WhoMoves(TStatus status) =>
        Rows.Where(r => Same(r.From, status) && !r.IsAside).Aggregate(Party.None, (all, r) => all | r.Parties);

    private static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
}
