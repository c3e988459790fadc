using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

/// <summary>A placement as a certification's page shows it.</summary>
/// <param name="NiceTitle">Null when the DoD links its role to no NICE work role.</param>
public sealed record RolePlacement(string DcwfCode, string DcwfTitle, string? NiceCode, string? NiceTitle, Proficiency Proficiency, string Edition);

internal static class RolePlacements
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<RolePlacement>> RolePlacementsAsync(this IPortalDb db, Guid certification, CancellationToken ct)
    {
        var found = await (
            from placement in db.ReferencePlacements
            join role in db.DcwfRoles on placement.DcwfRoleId equals role.Id
            where placement.CertificationId == certification
            orderby role.Code
            select new { role.Code, role.Title, role.NiceCode, placement.Proficiency, placement.Edition }).Take(Most).ToListAsync(ct);
        var nice = await db.NewestRolesAsync([.. found.Select(x => x.NiceCode).OfType<string>().Distinct()], ct);
        return
        [
            .. found.OrderBy(x => x.NiceCode is null).ThenBy(x => nice.GetValueOrDefault(x.NiceCode ?? "")?.SortOrder ?? int.MaxValue).ThenBy(x => x.Code, StringComparer.Ordinal)
                .Select(x => new RolePlacement(x.Code, x.Title, x.NiceCode, nice.GetValueOrDefault(x.NiceCode ?? "")?.Title, x.Proficiency, x.Edition)),
        ];
    }

    /// <summary>Each of these work roles as the newest version that has it says it.</summary>
    public static async Task<IReadOnlyDictionary<string, FrameworkElementText>> NewestRolesAsync(this IPortalDb db, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var order = (await db.FrameworkVersionsAsync(ct)).Index().ToDictionary(x => x.Item.Id, x => x.Index);
        var found = await db.Frameworks.SelectMany(x => x.Elements).AsNoTracking()
            .Where(x => x.Kind == FrameworkElementKind.WorkRole && codes.Contains(x.Code)).Take(Most * 10).ToListAsync(ct);
        return found.GroupBy(x => x.Code).ToDictionary(x => x.Key, x => x.MinBy(y => order.GetValueOrDefault(y.FrameworkId, int.MaxValue))!.AsText());
    }

    /// <summary>Titles of categories by their codes, as the newest version says them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> CategoriesAsync(this IPortalDb db, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var order = (await db.FrameworkVersionsAsync(ct)).Index().ToDictionary(x => x.Item.Id, x => x.Index);
        var found = await db.Frameworks.SelectMany(x => x.Elements).AsNoTracking()
            .Where(x => x.Kind == FrameworkElementKind.Category && codes.Contains(x.Code)).Select(x => new { x.FrameworkId, x.Code, x.Title }).Take(Most).ToListAsync(ct);
        return found.GroupBy(x => x.Code).ToDictionary(x => x.Key, x => x.MinBy(y => order.GetValueOrDefault(y.FrameworkId, int.MaxValue))!.Title);
    }
}
