using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>Every U.S. reference placement, for a file.</summary>
public sealed record ListPlacements : IQuery<ListPlacements.All>, IPortalMessage
{
    /// <summary>500 certifications in 100 work roles.</summary>
    public const int Most = 50_000;

    public static Access Access => Access.Anyone;

    /// <param name="Hash">SHA-256 of editions and rows: the same content has the same hash wherever it is computed.</param>
    public sealed record All(Editions Editions, IReadOnlyList<Row> Rows, string Hash);

    /// <param name="NiceTitle">As the newest version that has the role says it.</param>
    public sealed record Row(
        string Certification, string NameEn, string? NameJa, string Issuer, string IssuerCountry, CertificationConfidence Confidence,
        string? NiceCode, string? NiceTitle, string DcwfCode, string DcwfTitle, string DcwfElement, Proficiency Proficiency);
}

internal sealed class ListPlacementsHandler(IPortalDb db) : IQueryHandler<ListPlacements, ListPlacements.All>
{
    public async ValueTask<ListPlacements.All> Handle(ListPlacements query, CancellationToken ct)
    {
        var found = await (
            from placement in db.ReferencePlacements
            join role in db.DcwfRoles on placement.DcwfRoleId equals role.Id
            join c in db.Certifications on placement.CertificationId equals c.Id
            orderby c.Code, role.Code
            select new ListPlacements.Row(
                c.Code, c.NameEn, c.NameJa, c.Issuer, c.IssuerCountry, c.Confidence, role.NiceCode, null, role.Code, role.Title, role.Element, placement.Proficiency))
            .Take(ListPlacements.Most).ToListAsync(ct);
        var nice = await db.NewestRolesAsync([.. found.Select(x => x.NiceCode).OfType<string>().Distinct()], ct);
        var rows = found.ConvertAll(x => x with { NiceTitle = nice.GetValueOrDefault(x.NiceCode ?? "")?.Title });
        var editions = await db.EditionsAsync(await db.NewestFrameworkAsync(ct), ct);
        return new(editions, rows, ContentHash.Of(new { Editions = editions, Rows = rows }));
    }
}
