using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads a version of the NICE Framework from the JSON export of NIST's Cybersecurity and Privacy Reference Tool.</summary>
public static class NiceImport
{
    public static ImportResult<Framework> Parse(Stream json) => ImportFile.Parse(json, (file, root) => new NiceReader(file).Read(root));

    /// <summary>
    /// Adds the version, or corrects the stored one in one save. Elements that a newer export of the same version
    /// leaves out stay, because decisions may rest on them.
    /// </summary>
    /// <returns>Counts over the framework, its elements and its links.</returns>
    public static async Task<ImportCounts> ApplyAsync(DbContext db, Framework published, CancellationToken ct)
    {
        var stored = await db.Set<Framework>().Include(x => x.Elements).Include(x => x.Links).AsSplitQuery()
            .SingleOrDefaultAsync(x => x.Identifier == published.Identifier, ct);
        var tally = new ImportTally();
        if (stored is null)
        {
            db.Add(published);
            tally.Add(1 + published.Elements.Count + published.Links.Count);
        }
        else
        {
            tally.Keep(stored.Correct(published.Name, published.Version, published.Website));
            MergeElements(stored, published, tally);
            MergeLinks(stored, published, tally);
        }

        await db.SaveChangesAsync(ct);
        await RetireAsync(db, published, ct);
        return tally.Total();
    }

    /// <summary>Statements of earlier versions that the newest one leaves out carry no new claims.</summary>
    private static async Task RetireAsync(DbContext db, Framework published, CancellationToken ct)
    {
        var versions = await db.Set<Framework>().Where(x => x.Name == published.Name).Select(x => new { x.Id, x.Version }).ToListAsync(ct);
        var newest = versions.MaxBy(x => Version.TryParse(x.Version, out var version) ? version : new Version())!;
        var present = await db.Set<FrameworkElement>().Where(x => x.FrameworkId == newest.Id).Select(x => x.Code).ToListAsync(ct);
        var known = present.ToHashSet(StringComparer.Ordinal);
        var earlier = versions.Where(x => x.Id != newest.Id).Select(x => x.Id).ToList();
        foreach (var element in await db.Set<FrameworkElement>().Where(x => earlier.Contains(x.FrameworkId)).ToListAsync(ct))
        {
            element.Retire(known.Contains(element.Code) ? null : newest.Version);
        }

        await db.SaveChangesAsync(ct);
    }

    private static void MergeElements(Framework stored, Framework published, ImportTally tally)
    {
        var known = stored.Elements.ToDictionary(x => (x.Kind, x.Code));
        foreach (var text in published.Elements.Select(x => x.AsText()))
        {
            if (known.TryGetValue((text.Kind, text.Code), out var element))
            {
                tally.Keep(element.Correct(text));
                continue;
            }

            stored.Add(text);
            tally.Add();
        }
    }

    private static void MergeLinks(Framework stored, Framework published, ImportTally tally)
    {
        var known = stored.Links.Select(x => (x.FromCode, x.ToCode)).ToHashSet();
        foreach (var link in published.Links)
        {
            if (known.Contains((link.FromCode, link.ToCode)))
            {
                tally.Keep(corrected: false);
                continue;
            }

            stored.Link(link.FromCode, link.ToCode);
            tally.Add();
        }
    }
}
