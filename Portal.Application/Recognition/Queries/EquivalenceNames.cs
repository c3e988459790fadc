using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition.Queries;

/// <param name="NameJa">Null where there is no Japanese name.</param>
public sealed record NamedCode(string Code, string NameEn, string? NameJa);

/// <summary>Names of certifications, and of roles and statements by their framework codes.</summary>
internal sealed record EquivalenceNames(IReadOnlyDictionary<string, NamedCode> Certifications, IReadOnlyDictionary<string, string> Statements)
{
    public static Task<EquivalenceNames> OfAsync(IPortalDb db, Equivalence equivalence, IEnumerable<string> statements, CancellationToken ct) =>
        OfAsync(db, [equivalence], statements, ct);

    /// <summary>Of several at once, with their targets.</summary>
    public static async Task<EquivalenceNames> OfAsync(IPortalDb db, IReadOnlyCollection<Equivalence> equivalences, IEnumerable<string> statements, CancellationToken ct)
    {
        var codes = equivalences.SelectMany(e => e.Source.Certifications.Append(e.TargetCode)).Distinct().ToList();
        var certifications = await db.Certifications.AsNoTracking().Where(c => codes.Contains(c.Code)).Select(c => new NamedCode(c.Code, c.NameEn, c.NameJa)).ToListAsync(ct);
        var wanted = statements.Concat(equivalences.Select(e => e.TargetCode)).Distinct().ToList();
        var texts = await db.Frameworks.SelectMany(f => f.Elements).Where(e => wanted.Contains(e.Code)).OrderByDescending(e => e.FrameworkId).Select(e => new { e.Code, e.Title, e.Text }).ToListAsync(ct);
        return new(certifications.ToDictionary(c => c.Code), texts.DistinctBy(t => t.Code).ToDictionary(t => t.Code, t => t.Title.Length > 0 ? t.Title : t.Text));
    }

    public NamedCode Of(string code) => Certifications.GetValueOrDefault(code) ?? new(code, Statements.GetValueOrDefault(code, code), null);
}
