using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;

namespace Portal.Application.Recognition;

internal static class FrameworkRoles
{
    private const int Most = 1000;

    /// <summary>Categories and work roles of a version, each in the publisher's order.</summary>
    public static async Task<IReadOnlyList<FrameworkElementText>> RolesAndCategoriesAsync(this IPortalDb db, Guid framework, CancellationToken ct) =>
        await db.Frameworks.Where(x => x.Id == framework).SelectMany(x => x.Elements)
            .Where(x => x.Kind == FrameworkElementKind.Category || x.Kind == FrameworkElementKind.WorkRole)
            .OrderBy(x => x.SortOrder).Take(Most)
            .Select(x => new FrameworkElementText(x.Kind, x.Code, x.Title, x.Text, x.SortOrder, x.ParentCode)).ToListAsync(ct);
}
