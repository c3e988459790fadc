using Microsoft.EntityFrameworkCore;

namespace Portal.Application.Recognition;

/// <summary>Which editions the placements rest on; null is not loaded.</summary>
public sealed record Editions(string? Nice, string? Dcwf, string? Matrix);

internal static class EditionsInForce
{
    public static async Task<Editions> EditionsAsync(this IPortalDb db, FrameworkVersion? newest, CancellationToken ct) => new(
        newest?.Version,
        await db.DcwfRoles.MaxAsync(x => (string?)x.Edition, ct),
        await db.ReferencePlacements.MaxAsync(x => (string?)x.Edition, ct));
}
