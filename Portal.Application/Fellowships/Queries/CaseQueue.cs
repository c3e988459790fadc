using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>Whose move a case waits for, as the reader's own agency sees it: the tabs of the work queue.</summary>
public enum CaseTab { Mine, OtherGovernment, Candidate, Done }

public enum CaseSort { Due, Number, NameJa, NameEn }

/// <summary>What the officer looks for.</summary>
/// <param name="Q">A name in any of its scripts, or a number.</param>
/// <param name="DueBy">A day of the reader's own government's calendar, inclusive.</param>
public sealed record CaseFilter(string? Q = null, Guid? CallId = null, FellowshipApplicationStatus? Status = null, DateOnly? DueBy = null);

/// <summary>The cases behind each tab. Filters use only what the queue's indexes hold, but for the search text.</summary>
/// <param name="SignedCalls">Calls whose list has this government's key already: their cases wait for the other one.</param>
/// <param name="OwnNumbers">The reader's own applications from an earlier life; nobody handles the own case.</param>
/// <param name="Few">The numbers that a search found, when they are few; null without a search, and when it found many.</param>
internal sealed record CaseQueue(Actor Actor, IReadOnlyList<Guid> SignedCalls, IReadOnlyList<string> OwnNumbers, IReadOnlyList<string>? Few)
{
    private const int MostFew = 1000;

    private Government Mine => Actor.Agency!.Value;

    public static async Task<CaseQueue> OfAsync(IPortalDb db, Actor actor, string? q, CancellationToken ct)
    {
        var waiting = await db.AwardLists.AsNoTracking().Include(l => l.Signatures)
            .Where(l => l.Status == AwardListStatus.Proposed || l.Status == AwardListStatus.Staged).ToListAsync(ct);
        var own = await db.FellowshipApplications.Where(a => a.ApplicantId == actor.UserId).Select(a => a.Number).ToListAsync(ct);
        return new(actor, [.. waiting.Where(l => l.WaitsForOther(actor.Agency!.Value)).Select(l => l.CallId)], own, await FewAsync(db, SearchKey.Fold(q), ct));
    }

    public IQueryable<FellowshipApplication> Cases(IPortalDb db, CaseTab tab, CaseFilter filter)
    {
        var cases = db.FellowshipApplications.AsNoTracking().Where(Behind(tab));
        cases = OwnNumbers.Count == 0 ? cases : cases.Where(a => !OwnNumbers.Contains(a.Number));
        cases = filter.CallId is { } call ? cases.Where(a => a.CallId == call) : cases;
        cases = filter.Status is { } status ? cases.Where(a => a.Status == status) : cases;
        cases = filter.DueBy is { } day && EndOf(day) is var end ? cases.Where(a => a.DueAt < end) : cases;
        return (Few, SearchKey.Fold(filter.Q)) switch
        {
            (_, "") => cases,
            ({ } few, _) => cases.Where(a => EF.Parameter(few).Contains(a.Number)),
            (_, var key) => cases.Where(a => a.SearchText.Contains(key)),
        };
    }

    /// <summary>No index serves a search within words, so the table is read once; five counts and lists then look at what it found.</summary>
    private static async Task<IReadOnlyList<string>?> FewAsync(IPortalDb db, string key, CancellationToken ct)
    {
        if (key.Length == 0)
        {
            return null;
        }

        var found = await db.FellowshipApplications.Where(a => a.SearchText.Contains(key)).OrderBy(a => a.Id).Select(a => a.Number).Take(MostFew + 1).ToListAsync(ct);
        return found.Count > MostFew ? null : found;
    }

    public CaseTab TabOf(CaseMover mover, Guid callId) => mover switch
    {
        CaseMover.Candidate or CaseMover.NotSent => CaseTab.Candidate,
        CaseMover.Nobody => CaseTab.Done,
        CaseMover.BothGovernments => SignedCalls.Contains(callId) ? CaseTab.OtherGovernment : CaseTab.Mine,
        _ => mover == CaseMovers.Of(Mine) ? CaseTab.Mine : CaseTab.OtherGovernment,
    };

    private Expression<Func<FellowshipApplication, bool>> Behind(CaseTab tab)
    {
        var (mine, other) = (CaseMovers.Of(Mine), CaseMovers.Of(Mine.Other()));
        return (tab, SignedCalls.Count) switch
        {
            (CaseTab.Candidate, _) => a => a.Mover == CaseMover.Candidate,
            (CaseTab.Done, _) => a => a.Mover == CaseMover.Nobody,
            (CaseTab.Mine, 0) => a => a.Mover == mine || a.Mover == CaseMover.BothGovernments,
            (CaseTab.Mine, _) => a => (a.Mover == mine || a.Mover == CaseMover.BothGovernments)
                && (a.Mover == mine || !SignedCalls.Contains(a.CallId)),
            (_, 0) => a => a.Mover == other,
            _ => a => (a.Mover == other || a.Mover == CaseMover.BothGovernments) && (a.Mover == other || SignedCalls.Contains(a.CallId)),
        };
    }

    private DateTimeOffset EndOf(DateOnly day)
    {
        var zone = PortalZones.OfficialFor(Mine);
        return Deadline.TryFromLocal(day.AddDays(1), TimeOnly.MinValue, zone, out var end, out _) ? end.Instant : DateTimeOffset.MaxValue;
    }
}
