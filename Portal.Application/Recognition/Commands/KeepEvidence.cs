using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Ends a withdrawal of evidence before its second key.</summary>
public sealed record KeepEvidence(EvidenceKind Kind, Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications).WithFreshProof();
}

internal sealed class KeepEvidenceValidator : AbstractValidator<KeepEvidence>
{
    public KeepEvidenceValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class KeepEvidenceHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<KeepEvidence, Result>
{
    public async ValueTask<Result> Handle(KeepEvidence command, CancellationToken ct)
    {
        var evidence = await db.EvidenceAsync(command.Kind, command.Id, ct);
        evidence.Keep(current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
