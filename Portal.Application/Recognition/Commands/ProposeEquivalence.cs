using System.Security.Cryptography;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Proposes a directed, scoped equivalence, or the next version of one.</summary>
/// <param name="Scope">NICE work roles for which it is to hold.</param>
public sealed record ProposeEquivalence(EquivalenceSource Source, Target Target, IReadOnlyList<string> Scope) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class ProposeEquivalenceHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ProposeEquivalence, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(ProposeEquivalence command, CancellationToken ct)
    {
        await db.RequireTargetAsync(command.Target, ct);
        await db.RequireScopeAsync(command.Scope, ct);
        var equivalence = await FindAsync(command, ct);
        if (equivalence is null)
        {
            equivalence = Equivalence.Between(await FreeNumberAsync(ct), command.Source, await db.SideOfAsync(command.Source, ct), command.Target, current.Actor);
            db.Equivalences.Add(equivalence);
        }

        var version = await NextAsync(equivalence, command.Scope, ct);
        db.EquivalenceVersions.Add(version);
        await db.SaveChangesAsync(ct);
        return version.Id;
    }

    private Task<Equivalence?> FindAsync(ProposeEquivalence command, CancellationToken ct)
    {
        var key = command.Source.Key;
        return db.Equivalences.Include(e => e.Periods).FirstOrDefaultAsync(e => e.SourceKey == key && e.TargetKind == command.Target.Kind && e.TargetCode == command.Target.Code, ct);
    }

    /// <summary>One version at a time is on its way; it replaces the last one that stands or will, or else the last agreed one.</summary>
    private async Task<EquivalenceVersion> NextAsync(Equivalence equivalence, IReadOnlyList<string> scope, CancellationToken ct)
    {
        var versions = await db.EquivalenceVersions.Where(v => v.EquivalenceId == equivalence.Id).Select(v => new { v.Id, v.Number, v.Status }).ToListAsync(ct);
        if (versions.Exists(v => v.Status is not (EquivalenceStatus.Agreed or EquivalenceStatus.Dropped)))
        {
            throw new RefusedException("Recognition.Equivalence.UnderWay");
        }

        var standing = versions.Where(v => v.Status == EquivalenceStatus.Agreed).OrderByDescending(v => equivalence.Stands(v.Id, clock.GetUtcNow())).ThenByDescending(v => v.Number).FirstOrDefault()?.Id;
        return EquivalenceVersion.Propose(equivalence, versions.Select(v => v.Number).DefaultIfEmpty().Max() + 1, standing, scope, current.Actor);
    }

    private async Task<string> FreeNumberAsync(CancellationToken ct)
    {
        while (true)
        {
            var number = $"EQ-{RandomNumberGenerator.GetInt32(1_000_000):000000}";
            if (!await db.Equivalences.AnyAsync(e => e.Number == number, ct))
            {
                return number;
            }
        }
    }
}
