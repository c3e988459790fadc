namespace Portal.Application.Shared;

/// <summary>One government's approval of one exact content, named by its hash.</summary>
public sealed class Signature
{
    private Signature() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Purpose { get; private init; } = "";
    public Government Government { get; private init; }
    public Guid SignerId { get; private init; }
    public Guid OrganisationId { get; private init; }
    public DateTimeOffset At { get; private init; }
    public string ContentHash { get; private init; } = "";

    internal static Signature By(Actor actor, string purpose, string contentHash, DateTimeOffset now) => new()
    {
        Purpose = purpose,
        Government = actor.Agency ?? throw new ForbiddenException(),
        SignerId = actor.UserId,
        OrganisationId = actor.OrganisationId ?? Guid.Empty,
        At = now,
        ContentHash = contentHash,
    };
}

/// <summary>The keys turned so far for joint steps of one aggregate.</summary>
public static class Signatures
{
    public const string ContentChanged = "Shared.Signature.ContentChanged";
    public const string AlreadySigned = "Shared.Signature.AlreadySigned";

    /// <summary>Adds one government's key; a key on an earlier content no longer counts. True when both governments have now signed the same content.</summary>
    /// <param name="seen">The hash of what the signer was shown.</param>
    /// <param name="present">The hash of what stands now.</param>
    /// <exception cref="RefusedException">The content changed since it was shown, or this government has signed already.</exception>
    public static bool Sign(
        this List<Signature> signatures, string purpose, string seen, string present, Actor actor, DateTimeOffset now, Aggregate subject)
    {
        if (seen != present)
        {
            throw new RefusedException(new Error(ContentChanged), subject);
        }

        signatures.RemoveAll(s => s.Purpose == purpose && s.ContentHash != present);
        if (signatures.Any(s => s.Purpose == purpose && s.Government == actor.Agency))
        {
            throw new RefusedException(new Error(AlreadySigned), subject);
        }

        signatures.Add(Signature.By(actor, purpose, present, now));
        return Governments.Both.All(g => signatures.Any(s => s.Purpose == purpose && s.Government == g));
    }
}
