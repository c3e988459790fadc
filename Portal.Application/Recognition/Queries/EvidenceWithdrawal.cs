using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What a withdrawal of evidence would touch, computed now, and what may be done about it.</summary>
public sealed record EvidenceWithdrawal(EvidenceKind Kind, Guid Id) : IQuery<EvidenceWithdrawal.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="Name">The code of an item, or the label of a version.</param>
    /// <param name="Title">Of an item.</param>
    /// <param name="Effect">Null once it is withdrawn.</param>
    /// <param name="EffectHash">What the first key is turned on.</param>
    public sealed record Page(
        EvidenceKind Kind, Guid Id, string Certification, string Name, BilingualText? Title, EvidenceEffect? Effect, string? EffectHash, Pending? Withdrawing,
        DateTimeOffset? WithdrawnAt, string? Reason, IReadOnlyList<DecisionKey> Keys, bool CanAct, Government? Own);

    /// <param name="Hash">What the second key is turned on.</param>
    public sealed record Pending(string Reason, Government By, string Hash);
}

internal sealed class EvidenceWithdrawalHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<EvidenceWithdrawal, EvidenceWithdrawal.Page>
{
    public async ValueTask<EvidenceWithdrawal.Page> Handle(EvidenceWithdrawal query, CancellationToken ct)
    {
        var evidence = await db.EvidenceAsync(query.Kind, query.Id, ct);
        var effect = evidence.WithdrawnAt is null ? await db.EffectOfAsync(evidence, clock.GetUtcNow(), ct) : null;
        var item = evidence as EvidenceItem;
        return new(
            query.Kind, evidence.Id, await db.Certifications.Where(c => c.Id == evidence.CertificationId).Select(c => c.Code).SingleAsync(ct),
            item?.Code ?? ((CertificationVersion)evidence).Label, item?.Title, effect, effect?.Hash,
            evidence.Withdrawing is { } pending ? new(pending.Reason, pending.By, evidence.WithdrawalHash(pending.Reason, effect!)) : null,
            evidence.WithdrawnAt, evidence.WithdrawalReason, await evidence.Signatures.KeysAsync(db, true, ct),
            current.Actor.Has(Permission.DescribeCertifications) && current.Actor.Agency is not null, current.Actor.Agency);
    }
}
