using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>A reviewer says, before the first score, whether anything ties them to source or target.</summary>
public sealed record DeclareConflict(Guid Id, bool? HasConflict) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReviewEquivalence);
}

internal sealed class DeclareConflictValidator : AbstractValidator<DeclareConflict>
{
    public DeclareConflictValidator() => RuleFor(x => x.HasConflict).NotNull().WithErrorCode("Recognition.Review.ConflictMissing");
}

internal sealed class DeclareConflictHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<DeclareConflict, Result>
{
    public async ValueTask<Result> Handle(DeclareConflict command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        version.Declare(command.HasConflict!.Value, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
