using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>What the newest version of a framework changes among the statements that a decision rests on: both governments look at it again.</summary>
/// <param name="Statements">Left out, withdrawn or reworded, by code.</param>
/// <param name="AppearedAt">When the first later version appeared; null until the clock has taken note of it.</param>
public sealed record LaterFramework(FrameworkVersion From, FrameworkVersion To, IReadOnlyList<string> Statements, DateTimeOffset? AppearedAt);

internal static class LaterFrameworks
{
    /// <param name="keptAt">When both governments last kept the decision: what had appeared by then was looked at. Null where they never did.</param>
    /// <returns>Null where no later version is loaded, or where it says the same.</returns>
    public static async Task<LaterFramework?> LaterFrameworkAsync(this IPortalDb db, CoverageReport report, DateTimeOffset? keptAt, CancellationToken ct)
    {
        var versions = await db.FrameworkVersionsAsync(ct);
        var pinned = await db.RequirementSets.Where(s => s.Id == report.RequirementSetId).Select(s => s.FrameworkId).FirstOrDefaultAsync(ct);
        if (versions.FirstOrDefault(v => v.Id == pinned) is not { } own || versions.First(v => v.Name == own.Name) is not { } newest || newest.Id == own.Id)
        {
            return null;
        }

        own = versions.Where(v => v.Name == own.Name).TakeWhile(v => v.Id != own.Id).FirstOrDefault(v => v.AppearedAt <= keptAt) ?? own;

        var codes = report.Rows.Select(r => r.Statement).ToList();
        var comparison = FrameworkComparison.Of(await ContentAsync(db, own.Id, codes, ct), await ContentAsync(db, newest.Id, codes, ct));
        var changed = new[] { comparison.Removed, comparison.Retired, comparison.Reworded }.SelectMany(d => d).Select(d => d.Either.Code).Order(StringComparer.Ordinal).ToList();
        var appeared = versions.Where(v => v.Name == own.Name).TakeWhile(v => v.Id != own.Id).Min(v => v.AppearedAt);
        return changed.Count == 0 ? null : new(own, newest, changed, appeared);
    }

    private static async Task<FrameworkContent> ContentAsync(IPortalDb db, Guid framework, List<string> codes, CancellationToken ct) => new(
        await db.Frameworks.Where(f => f.Id == framework).SelectMany(f => f.Elements).Where(e => codes.Contains(e.Code))
            .Select(e => new FrameworkElementText(e.Kind, e.Code, e.Title, e.Text, e.SortOrder, e.ParentCode)).ToListAsync(ct), []);
}
