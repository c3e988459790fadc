using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the files that ship inside the program where their table is still empty: what an operator imported later stays.</summary>
public static class BuiltInData
{
    private const string DcwfEdition = "5.1", PlacementEdition = "2.1";

    /// <returns>What was loaded, for the terminal; empty when everything was there.</returns>
    public static async Task<IReadOnlyList<string>> LoadMissingAsync(DbContext db, CancellationToken ct) =>
    [
        .. await LoadAsync<Framework, Framework>(db, "NICE Framework", ReferenceFiles.Nice, NiceImport.Parse, null, NiceImport.ApplyAsync, ct),
        .. await LoadAsync<Certification, IReadOnlyList<CertificationText>>(
            db, "certifications", ReferenceFiles.Certifications, CertificationImport.Parse, null, CertificationImport.ApplyAsync, ct),
        .. await LoadAsync<DcwfRole, IReadOnlyList<DcwfRoleText>>(
            db, "DCWF", ReferenceFiles.Dcwf, x => DcwfImport.Parse(x, DcwfEdition), DcwfImport.CheckAsync, DcwfImport.ApplyAsync, ct),
        .. await LoadAsync<ReferencePlacement, IReadOnlyList<PlacementText>>(
            db, "DoD 8140 placements", ReferenceFiles.Placements, x => PlacementImport.Parse(x, PlacementEdition), PlacementImport.CheckAsync, PlacementImport.ApplyAsync, ct),
        .. await LoadAsync<Equivalence, IReadOnlyList<StartingProposal>>(
            db, "starting proposals", ReferenceFiles.StartingProposals, StartingProposals.Parse, null, StartingProposals.ApplyAsync, ct),
        .. await LoadAsync<Holiday, IReadOnlyList<Holiday>>(db, "holidays", ReferenceFiles.Holidays, HolidayImport.Parse, null, HolidayImport.ApplyAsync, ct),
    ];

    private static async Task<string[]> LoadAsync<TEntity, TContent>(
        DbContext db, string name, Func<Stream> open, Func<Stream, ImportResult<TContent>> parse,
        Func<DbContext, TContent, CancellationToken, Task<IReadOnlyList<ImportProblem>>>? check,
        Func<DbContext, TContent, CancellationToken, Task<ImportCounts>> apply, CancellationToken ct)
        where TEntity : class
        where TContent : class
    {
        if (await db.Set<TEntity>().AnyAsync(ct))
        {
            return [];
        }

        await using var file = open();
        var content = parse(file).Value ?? throw new InvalidDataException($"The built-in file of {name} is broken.");
        // What an operator loaded in another edition may lack what this file rests on; its own file then follows by hand.
        if (check is not null && (await check(db, content, ct)).Count > 0)
        {
            return [];
        }

        var counts = await apply(db, content, ct);
        db.ChangeTracker.Clear();
        return [$"{name} ({counts.Added} rows)"];
    }
}
