using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What the form offers from the catalogues. Names keep their original language.</summary>
public sealed record FormChoices : IQuery<FormChoices.Lists>, IPortalMessage
{
    public const int Most = 1000;

    public static Access Access => Access.SignedIn;

    public sealed record Lists(IReadOnlyList<Certificate> Certifications, IReadOnlyList<WorkRole> WorkRoles);

    /// <param name="Country">ISO 3166-1 alpha-3 of the issuer.</param>
    public sealed record Certificate(string Code, string NameEn, string? NameJa, string Issuer, string Country);

    /// <param name="Category">The publisher's name of the category, in English.</param>
    public sealed record WorkRole(string Code, string Title, string Category);
}

internal sealed class FormChoicesHandler(IPortalDb db) : IQueryHandler<FormChoices, FormChoices.Lists>
{
    public async ValueTask<FormChoices.Lists> Handle(FormChoices query, CancellationToken ct)
    {
        var certificates = await db.Certifications.AsNoTracking()
            .OrderBy(c => c.IssuerCountry).ThenBy(c => c.NameEn).Take(FormChoices.Most)
            .Select(c => new FormChoices.Certificate(c.Code, c.NameEn, c.NameJa, c.Issuer, c.IssuerCountry)).ToListAsync(ct);
        var categories = db.Frameworks.OrderByDescending(f => f.Version).Take(1).SelectMany(f => f.Elements)
            .Where(e => e.Kind == FrameworkElementKind.Category);
        var roles = await (
            from role in db.WorkRoles()
            join category in categories on role.ParentCode equals category.Code into found
            from category in found.DefaultIfEmpty()
            orderby category.SortOrder, role.SortOrder
            select new FormChoices.WorkRole(role.Code, role.Title, category.Title ?? "")).AsNoTracking().Take(FormChoices.Most).ToListAsync(ct);
        return new FormChoices.Lists(certificates, roles);
    }
}
