using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>Where a certification held stands. Expiring and expired follow from the day, the others from what an authority said.</summary>
public enum HeldState { Claimed, Verified, Expiring, Expired, Suspended }

/// <param name="Certification">Code in the catalogue.</param>
/// <param name="Number">As it stands on the certificate.</param>
/// <param name="ExpiresOn">Last day of validity; null for a certification without end.</param>
public sealed record HeldText(string Certification, string Number, DateOnly IssuedOn, DateOnly? ExpiresOn)
{
    public HeldText Cleaned() => this with { Number = CleanText.Latin(Number) };
}

/// <summary>A certification that a person says to hold, with its papers. What a case rests on is pinned in the case.</summary>
public sealed class HeldCertification : Aggregate
{
    public const int NumberLength = 60;

    /// <summary>So many days before its last day a certification counts as expiring.</summary>
    public const int ExpiringDays = 90;

    private readonly List<EvidenceFile> _files = [];

    private HeldCertification() { }

    public Guid HolderId { get; private set; }
    public string Certification { get; private set; } = "";
    public string CertificateNumber { get; private set; } = "";
    public DateOnly IssuedOn { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>When the source authority last confirmed it; null before.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>The source authority said that it is suspended or struck off.</summary>
    public bool IsSuspended { get; private set; }
    public IReadOnlyList<EvidenceFile> Files => _files;

    /// <summary>The list is the holder's own; its history begins when an authority says something.</summary>
    public override bool IsOnRecord => VerifiedAt is not null || IsSuspended;

    public static HeldCertification Add(HeldText text, DateOnly today, Actor actor)
    {
        if (!actor.Has(Permission.AskForRecognition))
        {
            throw new ForbiddenException();
        }

        var held = new HeldCertification { HolderId = actor.UserId };
        held.Take(text, today);
        return held;
    }

    /// <summary>What was confirmed no longer holds for another text; that it is suspended is the authority's to take back.</summary>
    /// <param name="isUsed">A case that was sent rests on it.</param>
    public void Correct(HeldText text, bool isUsed, DateOnly today, Actor actor)
    {
        RequireFree(isUsed, actor);
        Take(text, today);
        VerifiedAt = null;
    }

    public EvidenceFile AddFile(string fileName, FileKind kind, StoredFile file, bool isUsed, Actor actor, DateTimeOffset now)
    {
        RequireFree(isUsed, actor);
        EvidenceFile.RequireRoom(_files);
        var added = EvidenceFile.Of(fileName, kind, file, now);
        _files.Add(added);
        Touch();
        return added;
    }

    public void RemoveFile(Guid fileId, bool isUsed, Actor actor)
    {
        RequireFree(isUsed, actor);
        if (_files.RemoveAll(f => f.Id == fileId) == 0)
        {
            throw new NotFoundException();
        }

        Touch();
    }

    /// <exception cref="RefusedException">A case that was sent rests on it.</exception>
    public void RequireFree(bool isUsed, Actor actor)
    {
        if (actor.UserId != HolderId)
        {
            throw new ForbiddenException(this);
        }

        if (isUsed)
        {
            throw new RefusedException("Cases.Held.InUse");
        }
    }

    /// <summary>What the source authority answered in a case.</summary>
    internal void TakeAnswer(bool isConfirmed, DateTimeOffset now) => (VerifiedAt, IsSuspended) = isConfirmed ? (now, false) : (VerifiedAt, true);

    /// <param name="today">On the calendar of the side that issues it. The last day itself still counts.</param>
    public HeldState StateOn(DateOnly today) =>
        IsSuspended ? HeldState.Suspended
        : today > ExpiresOn ? HeldState.Expired
        : today.AddDays(ExpiringDays) >= ExpiresOn ? HeldState.Expiring
        : VerifiedAt is not null ? HeldState.Verified
        : HeldState.Claimed;

    private void Take(HeldText text, DateOnly today)
    {
        text = text.Cleaned();
        if (text.IssuedOn > today)
        {
            throw new RefusedException(new Error("Cases.Held.IssuedInFuture", nameof(IssuedOn)));
        }

        if (text.ExpiresOn <= text.IssuedOn)
        {
            throw new RefusedException(new Error("Cases.Held.ExpiresBeforeIssued", nameof(ExpiresOn)));
        }

        (Certification, CertificateNumber, IssuedOn, ExpiresOn) = (text.Certification, text.Number, text.IssuedOn, text.ExpiresOn);
    }
}
