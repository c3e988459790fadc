using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One work role with its statements, its links to other frameworks and the certifications that the U.S. places in it.</summary>
/// <param name="Framework">Identifier of the version; null is the newest one that has the role, so that a role never disappears.</param>
public sealed record WorkRoleDetails(string Code, string? Framework = null) : IQuery<WorkRoleDetails.Details>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Versions">Those that have the role, newest first.</param>
    /// <param name="IsCurrent">The newest of all versions has the role.</param>
    /// <param name="Statements">By kind and code.</param>
    /// <param name="Placements">Highest proficiency first.</param>
    public sealed record Details(
        FrameworkElementText Role, FrameworkElementText? Category, FrameworkVersion Version, IReadOnlyList<FrameworkVersion> Versions, bool IsCurrent,
        IReadOnlyList<FrameworkElementText> Statements, IReadOnlyList<string> OpmCodes, IReadOnlyList<DcwfRoleText> DcwfRoles, IReadOnlyList<Placement> Placements);

    public sealed record Placement(string Code, string Name, string DcwfCode, Proficiency Proficiency, string Edition);
}

internal sealed class WorkRoleDetailsHandler(IPortalDb db) : IQueryHandler<WorkRoleDetails, WorkRoleDetails.Details>
{
    private const int Most = 2000;

    public async ValueTask<WorkRoleDetails.Details> Handle(WorkRoleDetails query, CancellationToken ct)
    {
        var all = await db.FrameworkVersionsAsync(ct);
        var roles = await db.Frameworks.SelectMany(x => x.Elements).AsNoTracking()
            .Where(x => x.Kind == FrameworkElementKind.WorkRole && x.Code == query.Code).Take(all.Count).ToDictionaryAsync(x => x.FrameworkId, ct);
        var versions = all.Where(x => roles.ContainsKey(x.Id)).ToList();
        var version = versions.Find(x => query.Framework is null || x.Identifier == query.Framework) ?? throw new NotFoundException();
        var role = roles[version.Id].AsText();
        var linked = await LinkedAsync(version.Id, role, ct);
        var dcwf = await db.DcwfRoles.AsNoTracking().Where(x => x.NiceCode == role.Code).OrderBy(x => x.Code).Take(Most).ToListAsync(ct);
        return new(
            role, linked.Find(x => x.Kind == FrameworkElementKind.Category), version, versions, versions[0] == all[0],
            [.. linked.Where(x => x.Kind is FrameworkElementKind.Task or FrameworkElementKind.Knowledge or FrameworkElementKind.Skill).OrderBy(x => x.Kind)],
            [.. linked.Where(x => x.Kind == FrameworkElementKind.OpmCode).Select(x => x.Code)],
            dcwf.ConvertAll(x => new DcwfRoleText(x.Code, x.Title, x.Element, x.NiceCode, x.Definition, x.Edition)), await PlacementsAsync(role.Code, ct));
    }

    /// <summary>The role's category and whatever the role points to.</summary>
    private async Task<List<FrameworkElementText>> LinkedAsync(Guid framework, FrameworkElementText role, CancellationToken ct)
    {
        var codes = db.Frameworks.Where(x => x.Id == framework).SelectMany(x => x.Links).Where(x => x.FromCode == role.Code).Select(x => x.ToCode);
        return await db.Frameworks.Where(x => x.Id == framework).SelectMany(x => x.Elements)
            .Where(x => codes.Contains(x.Code) || (x.Kind == FrameworkElementKind.Category && x.Code == role.ParentCode)).OrderBy(x => x.Code).Take(Most)
            .Select(x => new FrameworkElementText(x.Kind, x.Code, x.Title, x.Text, x.SortOrder, x.ParentCode)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<WorkRoleDetails.Placement>> PlacementsAsync(string niceCode, CancellationToken ct)
    {
        var found = await (
            from placement in db.ReferencePlacements
            join role in db.DcwfRoles on placement.DcwfRoleId equals role.Id
            join certification in db.Certifications on placement.CertificationId equals certification.Id
            where role.NiceCode == niceCode
            orderby certification.Code, role.Code
            select new WorkRoleDetails.Placement(certification.Code, certification.NameEn, role.Code, placement.Proficiency, placement.Edition)).Take(Most).ToListAsync(ct);
        return [.. found.OrderByDescending(x => x.Proficiency)];
    }
}
