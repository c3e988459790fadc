using Mediator;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Computes how far the source covers a requirement set of the target, from what is recorded now, and pins it.</summary>
public sealed record ComputeFigures(Guid Id, Guid RequirementSetId) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class ComputeFiguresHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ComputeFigures, Result>
{
    public async ValueTask<Result> Handle(ComputeFigures command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, current.Actor, ct);
        var equivalence = await db.EquivalenceAsync(version.EquivalenceId, ct);
        var set = await db.RequirementSets.GetAsync(command.RequirementSetId, ct);
        if (set.Target != equivalence.Target)
        {
            throw new RefusedException(new Error("Recognition.Figures.OtherTarget", nameof(command.RequirementSetId)));
        }

        version.Compute(await db.ReportAsync(equivalence, set, null, Staff.Today(current.Actor.Agency!.Value, clock.GetUtcNow()), ct), current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
