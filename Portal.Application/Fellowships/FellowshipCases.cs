using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships;

/// <summary>An application with its call: what nearly every handler starts from.</summary>
internal sealed record FellowshipCase(FellowshipApplication Application, FellowshipCall Call)
{
    public ApplicationForm Form => new(Call.Content, Application.SendingGovernment);
}

internal static class FellowshipCases
{
    /// <summary>The application with sections, files and submissions, if the actor may know of it.</summary>
    public static async Task<FellowshipCase> FellowshipCaseAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var application = await db.FellowshipApplications
            .Include(a => a.Sections).Include(a => a.Documents).Include(a => a.Submissions)
            .Where(FellowshipApplication.VisibleTo(actor))
            .GetAsync(id, ct);
        return new FellowshipCase(application, await db.FellowshipCalls.GetAsync(application.CallId, ct));
    }

    /// <summary>The same for the candidate only; to everybody else it does not exist.</summary>
    public static async Task<FellowshipCase> OwnFellowshipCaseAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var found = await db.FellowshipCaseAsync(id, actor, ct);
        return found.Application.ApplicantId == actor.UserId ? found : throw new NotFoundException();
    }

    /// <summary>The candidate's own application for a page: read only.</summary>
    public static async Task<FellowshipCase> ReadOwnFellowshipCaseAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var application = await db.FellowshipApplications.AsNoTracking()
            .Include(a => a.Sections).Include(a => a.Documents).Include(a => a.Submissions)
            .Where(a => a.ApplicantId == actor.UserId)
            .GetAsync(id, ct);
        return new FellowshipCase(application, await db.FellowshipCalls.AsNoTracking().GetAsync(application.CallId, ct));
    }

    public static async Task<FellowshipCall> CallAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct) =>
        await db.FellowshipCalls.Include(c => c.Signatures).Where(FellowshipCall.VisibleTo(actor)).GetAsync(id, ct);

    /// <summary>The award list with its signatures; only the programme staff of both governments know of it.</summary>
    public static async Task<AwardList> AwardListAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct) =>
        actor.Agency is not null && actor.Has(Permission.ReadFellowshipCases)
            ? await db.AwardLists.Include(l => l.Signatures).GetAsync(id, ct)
            : throw new NotFoundException();

    /// <summary>All submitted applications of a call, withdrawn ones included.</summary>
    public static async Task<List<FellowshipApplication>> CasesOfCallAsync(this IPortalDb db, Guid callId, CancellationToken ct) =>
        await db.FellowshipApplications.Where(a => a.CallId == callId && a.SubmittedAt != null).OrderBy(a => a.Number).ToListAsync(ct);

    /// <summary>The codes that answers may refer to.</summary>
    public static async Task<FormCatalogue> FormCatalogueAsync(this IPortalDb db, CancellationToken ct) => new(
        Countries.Alpha3,
        await db.Certifications.Select(c => c.Code).ToHashSetAsync(ct),
        await db.WorkRoles().Select(r => r.Code).ToHashSetAsync(ct));

    /// <summary>The work roles of the newest framework version.</summary>
    public static IQueryable<FrameworkElement> WorkRoles(this IPortalDb db) =>
        db.Frameworks.OrderByDescending(f => f.Version).Take(1)
            .SelectMany(f => f.Elements).Where(e => e.Kind == FrameworkElementKind.WorkRole);
}
