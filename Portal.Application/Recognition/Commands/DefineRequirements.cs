using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Defines the next requirement set of a target in one framework.</summary>
/// <param name="After">The last set that the page showed; 0 for none.</param>
public sealed record DefineRequirements(Guid FrameworkId, Target Target, int After, IReadOnlyList<RequirementRow> Rows) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class DefineRequirementsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<DefineRequirements, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(DefineRequirements command, CancellationToken ct)
    {
        await db.RequireTargetAsync(command.Target, ct);
        var codes = command.Rows.Select(r => r.Statement).ToList();
        var statements = await db.Frameworks.Where(f => f.Id == command.FrameworkId).SelectMany(f => f.Elements)
            .Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, ct);
        var last = await db.RequirementSets
            .Where(s => s.TargetKind == command.Target.Kind && s.TargetCode == command.Target.Code && s.FrameworkId == command.FrameworkId)
            .MaxAsync(s => (int?)s.Number, ct) ?? 0;
        if (last != command.After)
        {
            throw new StaleException();
        }

        var set = RequirementSet.Define(command.FrameworkId, command.Target, last + 1, command.Rows, statements, current.Actor, clock.GetUtcNow());
        db.RequirementSets.Add(set);
        await db.SaveChangesAsync(ct);
        return set.Id;
    }
}
