using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the files that ship inside the program where their table is still empty: what an operator imported later stays.</summary>
public static class BuiltInData
{
    /// <returns>What was loaded, for the terminal; empty when everything was there.</returns>
    public static async Task<IReadOnlyList<string>> LoadMissingAsync(DbContext db, CancellationToken ct) =>
    [
        .. await LoadAsync<Framework, Framework>(db, "NICE Framework", ReferenceFiles.Nice, NiceImport.Parse, NiceImport.ApplyAsync, ct),
        .. await LoadAsync<Certification, IReadOnlyList<CertificationText>>(
            db, "certifications", ReferenceFiles.Certifications, CertificationImport.Parse, CertificationImport.ApplyAsync, ct),
        .. await LoadAsync<Holiday, IReadOnlyList<Holiday>>(db, "holidays", ReferenceFiles.Holidays, HolidayImport.Parse, HolidayImport.ApplyAsync, ct),
    ];

    private static async Task<string[]> LoadAsync<TEntity, TContent>(
        DbContext db, string name, Func<Stream> open, Func<Stream, ImportResult<TContent>> parse,
        Func<DbContext, TContent, CancellationToken, Task<ImportCounts>> apply, CancellationToken ct)
        where TEntity : class
        where TContent : class
    {
        if (await db.Set<TEntity>().AnyAsync(ct))
        {
            return [];
        }

        await using var file = open();
        var counts = await apply(db, parse(file).Value ?? throw new InvalidDataException($"The built-in file of {name} is broken."), ct);
        db.ChangeTracker.Clear();
        return [$"{name} ({counts.Added} rows)"];
    }
}
