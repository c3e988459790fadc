using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>An item of evidence, or a version of a certification with all its claims.</summary>
public enum EvidenceKind { Item, Version }

/// <summary>A withdrawal of evidence that one government has signed.</summary>
public sealed record PendingEvidenceWithdrawal(string Reason, Government By);

/// <summary>
/// What claims rest on: an item of evidence, or a whole version of a certification. It is never deleted, because decisions name it; both
/// governments withdraw it after reading what that touches, and from then on no figures count it.
/// </summary>
public abstract class Evidence : Aggregate
{
    public const int ReasonLength = 4000;

    private readonly List<Signature> _signatures = [];

    public Guid CertificationId { get; protected set; }

    /// <summary>One government wants to withdraw it, and the other one has not answered yet.</summary>
    public PendingEvidenceWithdrawal? Withdrawing { get; private set; }

    /// <summary>From this instant nothing may rest on it; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }
    public IReadOnlyList<Signature> Signatures => _signatures;

    /// <summary>What both governments sign: which evidence, why, and what it touches.</summary>
    public string WithdrawalHash(string reason, EvidenceEffect effect) => ContentHash.Of(new { Id, Reason = CleanText.Prose(reason).Trim(), Effect = effect.Hash });

    /// <summary>Turns the first key; the other government reads the reason and what it touches before it turns the second one.</summary>
    /// <param name="seenEffect">The hash of the effect that the page showed.</param>
    /// <param name="effect">As it is now.</param>
    /// <exception cref="RefusedException">It is withdrawn, a withdrawal is under way, or what it touches has changed since it was shown.</exception>
    public void ProposeWithdrawal(string reason, string seenEffect, EvidenceEffect effect, Actor actor, DateTimeOffset now)
    {
        RequireOfficer(actor);
        RequireStanding();
        if (Withdrawing is not null)
        {
            throw new RefusedException("Recognition.Evidence.Withdraw.UnderWay", this);
        }

        if (seenEffect != effect.Hash)
        {
            throw new RefusedException(new Error(Shared.Signatures.ContentChanged), this);
        }

        Withdrawing = new(reason, actor.Agency!.Value);
        var hash = WithdrawalHash(reason, effect);
        _signatures.Sign(nameof(Withdraw), hash, hash, actor, now, this);
        Touch();
        Raise(new EvidenceWithdrawalProposed(Id, actor.Agency!.Value));
    }

    /// <summary>Turns the second key: from this instant no figures count it.</summary>
    /// <param name="effect">As it is now; a key on another effect does not count.</param>
    /// <exception cref="RefusedException">The same government, or what it touches has changed since it was shown.</exception>
    public void Withdraw(string seenHash, EvidenceEffect effect, Actor actor, DateTimeOffset now)
    {
        RequireOfficer(actor);
        RequireStanding();
        var (reason, _) = RequirePending();
        if (!_signatures.Sign(nameof(Withdraw), seenHash, WithdrawalHash(reason, effect), actor, now, this))
        {
            throw new RefusedException("Recognition.Withdraw.Changed", this);
        }

        (Withdrawing, WithdrawnAt, WithdrawalReason) = (null, now, reason);
        Raise(new EvidenceWithdrawn(Id));
    }

    /// <summary>Either government ends a withdrawal that is not complete.</summary>
    public void Keep(Actor actor)
    {
        RequireOfficer(actor);
        RequirePending();
        Withdrawing = null;
        _signatures.Clear();
        Touch();
        Raise(new EvidenceKept(Id));
    }

    /// <exception cref="RefusedException">It is withdrawn.</exception>
    protected void RequireStanding()
    {
        if (WithdrawnAt is not null)
        {
            throw new RefusedException("Recognition.Evidence.Withdrawn", this);
        }
    }

    protected void RequireOfficer(Actor actor)
    {
        if (!actor.Has(Permission.DescribeCertifications) || actor.Agency is null)
        {
            throw new ForbiddenException(this);
        }
    }

    private PendingEvidenceWithdrawal RequirePending() => Withdrawing ?? throw new RefusedException("Recognition.Evidence.Withdraw.NotProposed", this);
}
