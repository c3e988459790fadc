using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Turns one government's key on a withdrawal of evidence, after reading what it touches.</summary>
/// <param name="SeenHash">Of the effect that the page showed.</param>
public sealed record ProposeEvidenceWithdrawal(EvidenceKind Kind, Guid Id, string Reason, string SeenHash) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications).WithFreshProof();
}

internal sealed class ProposeEvidenceWithdrawalValidator : AbstractValidator<ProposeEvidenceWithdrawal>
{
    public ProposeEvidenceWithdrawalValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class ProposeEvidenceWithdrawalHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ProposeEvidenceWithdrawal, Result>
{
    public async ValueTask<Result> Handle(ProposeEvidenceWithdrawal command, CancellationToken ct)
    {
        var evidence = await db.EvidenceAsync(command.Kind, command.Id, ct);
        var effect = await db.EffectOfAsync(evidence, clock.GetUtcNow(), ct);
        evidence.ProposeWithdrawal(command.Reason, command.SeenHash, effect, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
