using Microsoft.EntityFrameworkCore;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the files that ship inside the program into a database that has none of them yet.</summary>
public static class ReferenceLoad
{
    public static async Task EnsureAsync(PortalDbContext db, CancellationToken ct)
    {
        if (!await db.Frameworks.AnyAsync(ct))
        {
            await NiceImport.ApplyAsync(db, Valid(NiceImport.Parse(ReferenceFiles.Nice())), ct);
        }

        if (!await db.Certifications.AnyAsync(ct))
        {
            await CertificationImport.ApplyAsync(db, Valid(CertificationImport.Parse(ReferenceFiles.Certifications())), ct);
        }

        if (!await db.Holidays.AnyAsync(ct))
        {
            await HolidayImport.ApplyAsync(db, Valid(HolidayImport.Parse(ReferenceFiles.Holidays())), ct);
        }

        db.ChangeTracker.Clear();
    }

    private static T Valid<T>(ImportResult<T> result) where T : class =>
        result.Value ?? throw new InvalidOperationException($"{result.Problems[0].Section} {result.Problems[0].Row}: {result.Problems[0].Code}");
}
