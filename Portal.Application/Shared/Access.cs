namespace Portal.Application.Shared;

/// <summary>The door of a message: who may send it at all. What happens in one case is decided by the aggregate's workflow.</summary>
public sealed record Access
{
    private readonly Func<Actor, bool> _admits;

    private Access(string name, Func<Actor, bool> admits) => (Name, _admits) = (name, admits);

    public string Name { get; private init; }

    /// <summary>Only with a fresh and strong proof of who one is: what binds a government (S-25).</summary>
    public bool NeedsFreshProof { get; private init; }

    public static readonly Access Anyone = new("Anyone", _ => true);
    public static readonly Access SignedIn = new("SignedIn", a => a.IsSignedIn);

    /// <summary>Signed in; the rule on the loaded aggregate decides (S-02).</summary>
    public static readonly Access ByCase = new("ByCase", a => a.IsSignedIn);

    /// <summary>The portal itself: the clock and the command line.</summary>
    public static readonly Access System = new("System", a => a.Has(Permission.RunClock));

    public static Access Holding(params Permission[] anyOf) =>
        new("Holding " + string.Join(" or ", anyOf), a => a.IsSignedIn && anyOf.Any(a.Has));

    /// <summary>Either door: a person's, and the portal's own for the command line.</summary>
    public Access Or(Access other) => new($"{Name} or {other.Name}", a => Admits(a) || other.Admits(a));

    public Access WithFreshProof() => this with { Name = Name + " with fresh proof", NeedsFreshProof = true };

    public bool Admits(Actor actor) => _admits(actor);
}

/// <summary>Every command and query states its door; a message without one does not compile.</summary>
public interface IPortalMessage
{
    static abstract Access Access { get; }
}

/// <summary>A command whose reason is written into the history.</summary>
public interface IHasReason
{
    string? Reason { get; }
}
