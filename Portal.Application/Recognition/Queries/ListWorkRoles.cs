using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>The work roles of a framework version by category, in the publisher's order.</summary>
/// <param name="Framework">Identifier of the version; null is the newest.</param>
public sealed record ListWorkRoles(string? Framework = null) : IQuery<ListWorkRoles.Roles>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Version">Null when no framework is loaded yet.</param>
    public sealed record Roles(FrameworkVersion? Version, IReadOnlyList<FrameworkVersion> Versions, IReadOnlyList<Category> Categories);

    public sealed record Category(string Code, string Title, string Text, IReadOnlyList<Role> Roles);

    public sealed record Role(string Code, string Title);
}

internal sealed class ListWorkRolesHandler(IPortalDb db) : IQueryHandler<ListWorkRoles, ListWorkRoles.Roles>
{
    public async ValueTask<ListWorkRoles.Roles> Handle(ListWorkRoles query, CancellationToken ct)
    {
        var versions = await db.FrameworkVersionsAsync(ct);
        if (versions.Count == 0)
        {
            return new(null, [], []);
        }

        var version = query.Framework is null ? versions[0] : versions.FirstOrDefault(x => x.Identifier == query.Framework) ?? throw new NotFoundException();
        var elements = await db.RolesAndCategoriesAsync(version.Id, ct);
        var roles = elements.Where(x => x.Kind == FrameworkElementKind.WorkRole).ToLookup(x => x.ParentCode);
        return new(version, versions,
        [
            .. elements.Where(x => x.Kind == FrameworkElementKind.Category)
                .Select(x => new ListWorkRoles.Category(x.Code, x.Title, x.Text, [.. roles[x.Code].Select(r => new ListWorkRoles.Role(r.Code, r.Title))])),
        ]);
    }
}
