using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>What the handlers of the module load, each once.</summary>
internal static class RecognitionRecords
{
    /// <summary>With its reviewers and ratings.</summary>
    public static async Task<EquivalenceVersion> EquivalenceVersionAsync(this IPortalDb db, Guid id, CancellationToken ct)
    {
        var version = await db.EquivalenceVersions.Include(v => v.Reviewers).GetAsync(id, ct);
        // In one query with the reviewers, every rating would come once for each of them.
        await db.EquivalenceVersions.Where(v => v.Id == id).SelectMany(v => v.Ratings).LoadAsync(ct);
        return version;
    }

    /// <summary>With its periods.</summary>
    public static Task<Equivalence> EquivalenceAsync(this IPortalDb db, Guid id, CancellationToken ct) => db.Equivalences.Include(e => e.Periods).GetAsync(id, ct);

    /// <summary>Decisions that are in force, suspended or to come.</summary>
    public static IQueryable<EquivalenceVersion> StandingVersions(this IPortalDb db, DateTimeOffset now) => db.EquivalenceVersions.Where(v => v.Status == EquivalenceStatus.Agreed
        && db.Equivalences.SelectMany(e => e.Periods).Any(p => p.VersionId == v.Id && p.ReplacedAt == null && (p.State == PeriodState.InForce || p.State == PeriodState.Suspended) && now < p.Until));

    /// <exception cref="RefusedException">No requirement set is chosen yet.</exception>
    public static async Task<RequirementSet> PinnedRequirementsAsync(this IPortalDb db, EquivalenceVersion version, CancellationToken ct) =>
        version.Content.RequirementSetId is { } id ? await db.RequirementSets.GetAsync(id, ct) : throw new RefusedException("Recognition.Review.NothingToRate");

    public static Task<CertificationVersion> CertificationVersionAsync(this IPortalDb db, Guid id, CancellationToken ct) =>
        db.CertificationVersions.Include(v => v.Claims).GetAsync(id, ct);

    /// <summary>Codes of items of evidence as they are kept.</summary>
    /// <exception cref="RefusedException">The certification has no such item that stands, or there are too many.</exception>
    public static async Task<IReadOnlyList<string>> ItemsOfAsync(this IPortalDb db, Guid certificationId, IReadOnlyList<string> typed, DateOnly today, CancellationToken ct)
    {
        var codes = typed.Select(EvidenceItem.CodeOf).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count > EvidenceClaim.MostItems)
        {
            throw new RefusedException(new Error("Recognition.Claim.TooManyItems", nameof(ClaimText.Items), new Dictionary<string, object?> { ["Most"] = EvidenceClaim.MostItems }));
        }

        var known = codes.Count == 0 ? [] : await db.EvidenceItems.Where(i => i.CertificationId == certificationId && i.WithdrawnAt == null && (i.ExpiresOn == null || i.ExpiresOn > today) && codes.Contains(i.Code)).Select(i => i.Code).ToListAsync(ct);
        return codes.Find(c => !known.Contains(c)) is not { } stranger ? codes
            : throw new RefusedException(new Error("Recognition.Claim.UnknownItem", nameof(ClaimText.Items), new Dictionary<string, object?> { ["Item"] = stranger }));
    }

    /// <exception cref="NotFoundException">The catalogue has no such certification.</exception>
    public static async Task<Certification> CertificationAsync(this IPortalDb db, string code, CancellationToken ct) =>
        await db.Certifications.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, ct) ?? throw new NotFoundException();

    /// <exception cref="RefusedException">There is no such certification or work role.</exception>
    public static async Task RequireTargetAsync(this IPortalDb db, Target target, CancellationToken ct)
    {
        var exists = target.Kind == TargetKind.Certification
            ? await db.Certifications.AnyAsync(c => c.Code == target.Code, ct)
            : await db.WorkRoles([target.Code]).AnyAsync(ct);
        if (!exists)
        {
            throw new RefusedException(Unknown("Recognition.Target.Unknown", nameof(Target), target.Code));
        }
    }

    /// <exception cref="RefusedException">A code is no work role of any framework loaded.</exception>
    public static async Task RequireScopeAsync(this IPortalDb db, IReadOnlyList<string> scope, CancellationToken ct)
    {
        var known = await db.WorkRoles(scope).Select(e => e.Code).Distinct().ToListAsync(ct);
        if (scope.FirstOrDefault(s => !known.Contains(s)) is { } stranger)
        {
            throw new RefusedException(Unknown("Recognition.Scope.Unknown", nameof(EquivalenceContent.Scope), stranger));
        }
    }

    /// <summary>The side on which the source is issued.</summary>
    /// <exception cref="RefusedException">A certification is unknown, or the certifications come from both sides or from neither.</exception>
    public static async Task<Government> SideOfAsync(this IPortalDb db, EquivalenceSource source, CancellationToken ct)
    {
        var codes = source.Certifications;
        var countries = await db.Certifications.Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => c.IssuerCountry, ct);
        if (codes.FirstOrDefault(c => !countries.ContainsKey(c)) is { } stranger)
        {
            throw new RefusedException(Unknown("Recognition.Source.Unknown", "Source", stranger));
        }

        return countries.Values.Distinct().ToList() is [var country] && Sides.TryGetValue(country, out var side) ? side
            : throw new RefusedException(new Error("Recognition.Source.TwoSides", "Source"));
    }

    /// <summary>ISO 3166-1 alpha-3 of the issuer's country.</summary>
    private static readonly Dictionary<string, Government> Sides = new() { ["JPN"] = Government.Japan, ["USA"] = Government.UnitedStates };

    /// <returns>Null for any other country.</returns>
    public static Government? SideOf(string country) => Sides.TryGetValue(country, out var side) ? side : null;

    private static IQueryable<FrameworkElement> WorkRoles(this IPortalDb db, IReadOnlyList<string> codes) =>
        db.Frameworks.SelectMany(f => f.Elements).Where(e => e.Kind == FrameworkElementKind.WorkRole && codes.Contains(e.Code));

    private static Error Unknown(string code, string field, string value) => new(code, field, new Dictionary<string, object?> { ["Value"] = value });
}
