using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Ends a proposal that nobody pursues.</summary>
public sealed record DropProposal(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class DropProposalValidator : AbstractValidator<DropProposal>
{
    public DropProposalValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class DropProposalHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<DropProposal, Result>
{
    public async ValueTask<Result> Handle(DropProposal command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersions.GetAsync(command.Id, ct);
        version.Drop(command.Reason, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
