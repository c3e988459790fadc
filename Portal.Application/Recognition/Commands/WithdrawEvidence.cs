using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Turns the other government's key: the evidence no longer counts, versions in work lose their figures, and decisions that stand are called up for review.</summary>
public sealed record WithdrawEvidence(EvidenceKind Kind, Guid Id, string SeenHash) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications).WithFreshProof();
}

internal sealed class WithdrawEvidenceHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<WithdrawEvidence, Result>
{
    public async ValueTask<Result> Handle(WithdrawEvidence command, CancellationToken ct)
    {
        var (actor, now) = (current.Actor, clock.GetUtcNow());
        var evidence = await db.EvidenceAsync(command.Kind, command.Id, ct);
        var effect = await db.EffectOfAsync(evidence, now, ct);
        evidence.Withdraw(command.SeenHash, effect, actor, now);
        foreach (var touched in effect.Versions)
        {
            var version = await db.EquivalenceVersionAsync(touched.VersionId, ct);
            if (touched.IsAgreed)
            {
                (await db.EquivalenceAsync(version.EquivalenceId, ct)).CallReview(version.Id, now);
            }
            else
            {
                version.LoseEvidence(evidence.WithdrawalReason!, actor);
            }
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
