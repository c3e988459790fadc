using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The catalogue of certifications, a page at a time.</summary>
/// <param name="Q">A code, a name or an issuer, in any spelling.</param>
/// <param name="Country">ISO 3166-1 alpha-3 of the issuer.</param>
public sealed record ListCertifications(string? Q = null, string? Country = null, int Page = 1) : IQuery<ListCertifications.Found>, IPortalMessage
{
    public const int PageSize = 25;

    public static Access Access => Access.Anyone;

    /// <param name="Countries">Of all certifications.</param>
    public sealed record Found(IReadOnlyList<Row> Rows, int Count, int Page, IReadOnlyList<string> Countries)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    }

    /// <param name="Placements">DCWF work roles in which the U.S. places it.</param>
    public sealed record Row(string Code, string NameEn, string? NameJa, string Issuer, string Country, CertificationConfidence Confidence, int Placements);
}

internal sealed class ListCertificationsHandler(IPortalDb db) : IQueryHandler<ListCertifications, ListCertifications.Found>
{
    private const int MostCountries = 250;

    public async ValueTask<ListCertifications.Found> Handle(ListCertifications query, CancellationToken ct)
    {
        var key = SearchKey.Fold(query.Q);
        var all = db.Certifications.AsNoTracking();
        var found = all.Where(c => (key == "" || c.SearchText.Contains(key)) && (query.Country == null || c.IssuerCountry == query.Country));
        var count = await found.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + ListCertifications.PageSize - 1) / ListCertifications.PageSize));
        var rows = await found.OrderBy(c => c.Code).Skip((page - 1) * ListCertifications.PageSize).Take(ListCertifications.PageSize)
            .Select(c => new ListCertifications.Row(
                c.Code, c.NameEn, c.NameJa, c.Issuer, c.IssuerCountry, c.Confidence, db.ReferencePlacements.Count(p => p.CertificationId == c.Id)))
            .ToListAsync(ct);
        var countries = await all.Select(c => c.IssuerCountry).Distinct().OrderBy(c => c).Take(MostCountries).ToListAsync(ct);
        return new(rows, count, page, countries);
    }
}
