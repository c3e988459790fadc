using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Sends a version back to the evidence: an officer out of a review or the adjudication, a signatory instead of signing.</summary>
public sealed record ReturnEquivalence(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence, Permission.SignEquivalence);
}

internal sealed class ReturnEquivalenceValidator : AbstractValidator<ReturnEquivalence>
{
    public ReturnEquivalenceValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class ReturnEquivalenceHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ReturnEquivalence, Result>
{
    public async ValueTask<Result> Handle(ReturnEquivalence command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        version.Return(command.Reason, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
