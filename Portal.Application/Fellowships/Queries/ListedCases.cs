using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What an award list's page shows of one case.</summary>
internal sealed record ListedCase(Guid Id, string Number, string NameJa, string NameEn, Government Sending, FellowshipApplicationStatus Status, bool IsTold);

internal static class ListedCases
{
    /// <summary>The list for staff; to whoever applied under its call it does not exist, for it holds the own outcome.</summary>
    public static async Task<AwardList> StaffAwardListAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var list = await db.AwardLists.AsNoTracking().Include(l => l.Signatures).GetAsync(id, ct);
        var isOwn = await db.FellowshipApplications.AnyAsync(a => a.CallId == list.CallId && a.ApplicantId == actor.UserId, ct);
        return actor.Agency is null || isOwn ? throw new NotFoundException() : list;
    }

    /// <summary>The cases on the list and, while it is drafted, those that were screened in since.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ListedCase>> OfAsync(IPortalDb db, AwardList list, CancellationToken ct)
    {
        var cases = await db.FellowshipApplications.AsNoTracking()
            .Where(a => a.CallId == list.CallId && a.SubmittedAt != null && a.Status != FellowshipApplicationStatus.ScreenedOut)
            .Where(a => a.Status != FellowshipApplicationStatus.Submitted && a.Status != FellowshipApplicationStatus.ReturnedForCorrection)
            .Select(a => new ListedCase(a.Id, a.Number, a.NameJa, a.NameEn, a.SendingGovernment, a.Status, a.ReleasedAt != null)).ToListAsync(ct);
        var listed = list.Entries.Select(e => e.ApplicationId).ToHashSet();
        return cases.Where(c => listed.Contains(c.Id) || (list.Status == AwardListStatus.Draft && c.Status == FellowshipApplicationStatus.ScreenedIn))
            .ToDictionary(c => c.Id);
    }
}
