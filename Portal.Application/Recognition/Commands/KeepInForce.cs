using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Ends a withdrawal before its second key: the decision goes on.</summary>
public sealed record KeepInForce(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.SignEquivalence).WithFreshProof();
}

internal sealed class KeepInForceValidator : AbstractValidator<KeepInForce>
{
    public KeepInForceValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class KeepInForceHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<KeepInForce, Result>
{
    public async ValueTask<Result> Handle(KeepInForce command, CancellationToken ct)
    {
        var equivalence = await db.EquivalenceAsync(command.Id, ct);
        equivalence.KeepInForce(current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
