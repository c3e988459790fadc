using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Sends a version back to the evidence; every key turned so far is void.</summary>
public sealed record ReturnEquivalence(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.ByCase;
}

internal sealed class ReturnEquivalenceValidator : AbstractValidator<ReturnEquivalence>
{
    public ReturnEquivalenceValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class ReturnEquivalenceHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ReturnEquivalence, Result>
{
    public async ValueTask<Result> Handle(ReturnEquivalence command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, current.Actor, ct);
        version.Return(command.Reason, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
