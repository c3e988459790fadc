using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>A loaded version of a framework.</summary>
public sealed record FrameworkVersion(Guid Id, string Identifier, string Name, string Version, string? Website, DateTimeOffset? AppearedAt);

internal static class FrameworkVersions
{
    private const int Most = 100;

    /// <summary>Newest first; 2.10.0 is newer than 2.9.0.</summary>
    public static async Task<IReadOnlyList<FrameworkVersion>> FrameworkVersionsAsync(this IPortalDb db, CancellationToken ct)
    {
        var found = await db.Frameworks.AsNoTracking().OrderBy(x => x.Identifier).Take(Most)
            .Select(x => new FrameworkVersion(x.Id, x.Identifier, x.Name, x.Version, x.Website, x.AppearedAt)).ToListAsync(ct);
        return [.. found.OrderByDescending(x => Number(x.Version)).ThenByDescending(x => x.Version, StringComparer.Ordinal)];
    }

    public static async Task<FrameworkVersion?> NewestFrameworkAsync(this IPortalDb db, CancellationToken ct) =>
        await db.FrameworkVersionsAsync(ct) is [var newest, ..] ? newest : null;

    /// <summary>Two different versions by their identifiers.</summary>
    /// <exception cref="NotFoundException">One is not loaded, or both are the same.</exception>
    public static async Task<(FrameworkVersion From, FrameworkVersion To)> FrameworkPairAsync(this IPortalDb db, string from, string to, CancellationToken ct)
    {
        var versions = await db.FrameworkVersionsAsync(ct);
        return from != to && versions.FirstOrDefault(v => v.Identifier == from) is { } subject && versions.FirstOrDefault(v => v.Identifier == to) is { } target
            ? (subject, target) : throw new NotFoundException();
    }

    private static Version Number(string version) => System.Version.TryParse(version, out var number) ? number : new Version(0, 0);
}
