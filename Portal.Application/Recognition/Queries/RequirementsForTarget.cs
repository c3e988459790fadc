using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>What a target's requirement set is written from: its last set, or the statements of a work role.</summary>
/// <param name="Role">Code of a work role whose statements are to be the start; null: the last set.</param>
public sealed record RequirementsForTarget(Target Target, string? Role) : IQuery<RequirementsForTarget.Start>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadRecognition);

    /// <param name="Number">Of the last set; 0 when there is none.</param>
    public sealed record Start(NamedCode Target, int Number, IReadOnlyList<RequirementRow> Rows, IReadOnlyList<RoleChoice> Roles, Guid FrameworkId, string Framework, bool CanWrite);

    public sealed record RoleChoice(string Code, string Title);
}

internal sealed class RequirementsForTargetHandler(IPortalDb db, ICurrentActor current) : IQueryHandler<RequirementsForTarget, RequirementsForTarget.Start>
{
    /// <summary>What a row of a work role starts with, until an officer says otherwise.</summary>
    private const int FirstWeight = 1, FirstLevel = 3;

    public async ValueTask<RequirementsForTarget.Start> Handle(RequirementsForTarget query, CancellationToken ct)
    {
        var framework = await db.NewestFrameworkAsync(ct) ?? throw new NotFoundException();
        var roles = await db.Frameworks.Where(f => f.Id == framework.Id).SelectMany(f => f.Elements).Where(e => e.Kind == FrameworkElementKind.WorkRole)
            .OrderBy(e => e.Code).Select(e => new RequirementsForTarget.RoleChoice(e.Code, e.Title)).ToListAsync(ct);
        var last = await db.RequirementSets.AsNoTracking()
            .Where(s => s.TargetKind == query.Target.Kind && s.TargetCode == query.Target.Code && s.FrameworkId == framework.Id).OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        var rows = query.Role is { } role ? await RowsOfAsync(framework.Id, role, ct) : last?.Rows ?? [];
        return new(await NameAsync(query.Target, roles, ct), last?.Number ?? 0, rows, roles, framework.Id, framework.Version, current.Actor.Has(Permission.DescribeCertifications));
    }

    private async Task<List<RequirementRow>> RowsOfAsync(Guid frameworkId, string role, CancellationToken ct)
    {
        var framework = db.Frameworks.Where(f => f.Id == frameworkId);
        var codes = await framework.SelectMany(f => f.Links).Where(l => l.FromCode == role)
            .Join(framework.SelectMany(f => f.Elements), l => l.ToCode, e => e.Code, (_, e) => e)
            .Where(e => e.Kind == FrameworkElementKind.Task || e.Kind == FrameworkElementKind.Knowledge || e.Kind == FrameworkElementKind.Skill)
            .OrderBy(e => e.Code).Select(e => e.Code).ToListAsync(ct);
        return codes.ConvertAll(c => new RequirementRow(c, FirstWeight, FirstLevel, false));
    }

    private async Task<NamedCode> NameAsync(Target target, List<RequirementsForTarget.RoleChoice> roles, CancellationToken ct) => target.Kind == TargetKind.WorkRole
        ? roles.Find(r => r.Code == target.Code) is { } role ? new(role.Code, role.Title, null) : throw new NotFoundException()
        : await db.Certifications.Where(c => c.Code == target.Code).Select(c => new NamedCode(c.Code, c.NameEn, c.NameJa)).FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
}
