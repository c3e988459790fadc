using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>Whose move a case waits for, as one stored word: work queues are kept by it.</summary>
public enum CaseMove { NotSent, Holder, Japan, UnitedStates, Nobody }

/// <summary>A certification as it was claimed when the case was sent; later changes of the holder's list do not reach it.</summary>
public sealed class CaseCertification
{
    private CaseCertification() { }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid HeldId { get; private init; }
    public string Certification { get; private init; } = "";
    public string Number { get; private init; } = "";
    public DateOnly IssuedOn { get; private init; }
    public DateOnly? ExpiresOn { get; private init; }

    /// <summary>The instant from which it no longer counts: the end of its last day on the side that answers for its issuer. Null without an end.</summary>
    public Deadline? EndOn(Government source) =>
        ExpiresOn is { } last && last < DateOnly.MaxValue && Deadline.TryFromLocal(last.AddDays(1), TimeOnly.MinValue, PortalZones.OfficialFor(source), out var end, out _) ? end : null;

    /// <summary>By another paper that lasts longer, or as long and was issued later.</summary>
    internal bool IsRenewedBy(HeldCertification held) =>
        held.Id != HeldId && (held.ExpiresOn ?? DateOnly.MaxValue, held.IssuedOn).CompareTo((ExpiresOn ?? DateOnly.MaxValue, IssuedOn)) > 0;

    internal static CaseCertification Of(HeldCertification held) => new()
    {
        HeldId = held.Id, Certification = held.Certification, Number = held.CertificateNumber, IssuedOn = held.IssuedOn, ExpiresOn = held.ExpiresOn,
    };
}

/// <summary>What a case rests on and never leaves: one version of an equivalence, in the period in which it was asked for.</summary>
public sealed record CaseBasis(Guid EquivalenceId, Guid VersionId, Guid PeriodId, Government Source);
