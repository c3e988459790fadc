using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>A pair of certifications, one of each side, with the work roles that it is about.</summary>
public sealed record StartingProposal(string Japan, string UnitedStates, IReadOnlyList<string> Scope);

/// <summary>The pairs that somebody looks at first: each in both directions, for two directions are two decisions. They say nothing about the outcome.</summary>
public static class StartingProposals
{
    public static ImportResult<IReadOnlyList<StartingProposal>> Parse(Stream json) => ImportFile.Parse<IReadOnlyList<StartingProposal>>(json, Read);

    public static async Task<ImportCounts> ApplyAsync(DbContext db, IReadOnlyList<StartingProposal> pairs, CancellationToken ct)
    {
        var tally = new ImportTally();
        foreach (var (pair, index) in pairs.Select((p, i) => (p, i)))
        {
            Add(db, 2 * index + 1, pair.Japan, Government.Japan, pair.UnitedStates, pair.Scope);
            Add(db, 2 * index + 2, pair.UnitedStates, Government.UnitedStates, pair.Japan, pair.Scope);
            tally.Add(2);
        }

        await db.SaveChangesAsync(ct);
        return tally.Total();
    }

    private static void Add(DbContext db, int number, string source, Government side, string target, IReadOnlyList<string> scope)
    {
        var equivalence = Equivalence.Starting($"EQ-{number:000000}", EquivalenceSource.Of(source), side, new Target(TargetKind.Certification, target));
        db.Add(equivalence);
        db.Add(EquivalenceVersion.Starting(equivalence, scope));
    }

    private static List<StartingProposal> Read(ImportFile file, JsonElement root) =>
        [.. file.Rows(root, "proposals").Select(r => new StartingProposal(
            r.Required("japan", Certification.CodeLength), r.Required("united_states", Certification.CodeLength), r.Optional("work_role", FrameworkElement.CodeLength) is { } role ? [role] : []))];
}
