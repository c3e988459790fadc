using Mediator;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Computes how far the source covers a requirement set of the target, from what is recorded now, and pins it.</summary>
/// <param name="Scope">NICE work roles for which the figures are meant.</param>
public sealed record ComputeFigures(Guid Id, Guid? RequirementSetId, IReadOnlyList<string> Scope) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class ComputeFiguresHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ComputeFigures, Result>
{
    public async ValueTask<Result> Handle(ComputeFigures command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersions.GetAsync(command.Id, ct);
        var equivalence = await db.Equivalences.GetAsync(version.EquivalenceId, ct);
        await db.RequireScopeAsync(command.Scope, ct);
        var set = command.RequirementSetId is { } id ? await db.RequirementSets.GetAsync(id, ct)
            : throw new RefusedException(new Error("Recognition.Figures.SetMissing", nameof(command.RequirementSetId)));
        if (set.Target != equivalence.Target)
        {
            throw new RefusedException(new Error("Recognition.Figures.OtherTarget", nameof(command.RequirementSetId)));
        }

        version.Compute(command.Scope, await db.ReportAsync(equivalence, set, null, Staff.Today(current.Actor.Agency!.Value, clock.GetUtcNow()), ct), current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
