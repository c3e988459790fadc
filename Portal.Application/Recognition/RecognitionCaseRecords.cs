using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <param name="Period">In which the version holds.</param>
internal sealed record PublishedVersion(Equivalence Equivalence, EquivalenceVersion Version, EquivalencePeriod Period)
{
    public CaseBasis Basis => new(Equivalence.Id, Version.Id, Period.Id, Equivalence.SourceSide);
}

/// <summary>What the handlers of holders' cases load, each once.</summary>
internal static class RecognitionCaseRecords
{
    /// <summary>Holidays are read this far around the day, which is longer than any clock of a case.</summary>
    private const int DaysAround = 800;

    /// <summary>The holder's own case; to everybody else it does not exist.</summary>
    public static Task<RecognitionCase> OwnRecognitionCaseAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct) =>
        db.RecognitionCases.Where(c => c.HolderId == actor.UserId).GetAsync(id, ct);

    /// <summary>A sent case for the people who handle it; to its holder, staff pages do not exist.</summary>
    public static Task<RecognitionCase> StaffRecognitionCaseAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct) =>
        db.RecognitionCases.Where(RecognitionCase.VisibleTo(actor)).Where(c => c.HolderId != actor.UserId).GetAsync(id, ct);

    /// <summary>The same, as it was when the page was drawn.</summary>
    public static async Task<RecognitionCase> StaffRecognitionCaseAsync(this IPortalDb db, Guid id, long version, Actor actor, CancellationToken ct)
    {
        var found = await db.StaffRecognitionCaseAsync(id, actor, ct);
        found.RequireVersion(version);
        return found;
    }

    public static Task<HeldCertification> HeldAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct) =>
        db.HeldCertifications.Where(h => h.HolderId == actor.UserId).GetAsync(id, ct);

    /// <summary>Whether a case that was sent and did not end without a decision on its holder rests on it.</summary>
    public static Task<bool> IsHeldInUseAsync(this IPortalDb db, Guid heldId, CancellationToken ct) => db.RecognitionCases.AnyAsync(
        c => c.Status != RecognitionCaseStatus.Draft && c.Status != RecognitionCaseStatus.Withdrawn && c.Status != RecognitionCaseStatus.Closed && c.Certifications.Any(x => x.HeldId == heldId), ct);

    /// <summary>Today on the calendar of the side that issues a certification; the last of all days where neither side does.</summary>
    public static async Task<DateOnly> IssuerTodayAsync(this IPortalDb db, string certification, DateTimeOffset now, CancellationToken ct) =>
        IssuerDays.Today(await db.Certifications.Where(c => c.Code == certification).Select(c => c.IssuerCountry).FirstOrDefaultAsync(ct), now);

    /// <exception cref="RefusedException">An earlier refusal rules out another request under the equivalence, also while it is under review.</exception>
    public static async Task RequireNotBarredAsync(this IPortalDb db, Guid equivalenceId, Actor actor, CancellationToken ct)
    {
        var declined = await db.RecognitionCases.AsNoTracking()
            .Where(c => c.HolderId == actor.UserId && c.EquivalenceId == equivalenceId && (c.Status == RecognitionCaseStatus.Declined || c.Status == RecognitionCaseStatus.UnderReview)).ToListAsync(ct);
        if (declined.Exists(c => c.BarsReapplication))
        {
            throw new RefusedException("Cases.Start.Barred");
        }
    }

    public static async Task<CaseCalendar> CaseCalendarAsync(this IPortalDb db, Government host, DateTimeOffset now, CancellationToken ct)
    {
        var today = Staff.Today(host, now);
        var (first, last) = (today.AddDays(-DaysAround), today.AddDays(DaysAround));
        var holidays = (await db.Holidays.Where(h => h.Date >= first && h.Date <= last).Select(h => new { h.Government, h.Date }).ToListAsync(ct)).ToLookup(h => h.Government, h => h.Date);
        WorkingCalendar Of(Government side) => new(side, holidays[side].ToHashSet());
        return new CaseCalendar(CaseRules.Proposed2026, host, Of(host), Of(host.Other()));
    }

    /// <exception cref="RefusedException">It is not in force now, or recognises nothing.</exception>
    public static async Task<PublishedVersion> PublishedAsync(this IPortalDb db, Guid versionId, DateTimeOffset now, CancellationToken ct)
    {
        var version = await db.EquivalenceVersions.AsNoTracking().FirstOrDefaultAsync(v => v.Id == versionId, ct) ?? throw new RefusedException("Cases.Start.NotInForce");
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods.Where(p => p.ReplacedAt == null)).GetAsync(version.EquivalenceId, ct);
        var period = equivalence.Periods.FirstOrDefault(p => p.VersionId == versionId && p.State == PeriodState.InForce && p.Holds(now));
        return period is not null && version.Content.Decision.Recognises() ? new(equivalence, version, period) : throw new RefusedException("Cases.Start.NotInForce");
    }

    /// <summary>What a case is granted under.</summary>
    /// <exception cref="RefusedException">The effect of the version that it rests on is stopped or has ended.</exception>
    public static async Task<EquivalenceContent> GrantableAsync(this IPortalDb db, RecognitionCase found, DateTimeOffset now, CancellationToken ct)
    {
        (await db.Equivalences.AsNoTracking().Include(e => e.Periods).GetAsync(found.EquivalenceId, ct)).RequireGrantable(found.EquivalenceVersionId, now);
        return (await db.EquivalenceVersions.AsNoTracking().GetAsync(found.EquivalenceVersionId, ct)).Content;
    }

    /// <summary>By when the measures of a case are fulfilled that is granted on conditions; null where there are none.</summary>
    /// <param name="day">As the officer gave it; null for the usual time.</param>
    public static async Task<Deadline?> MeasuresByAsync(this IPortalDb db, RecognitionCase found, EquivalenceContent granted, DateOnly? day, DateTimeOffset now, CancellationToken ct) =>
        granted.Conditions.Count == 0 ? null : (await db.CaseCalendarAsync(found.HostGovernment, now, ct)).MeasuresBy(now, day, granted.Conditions.Max(c => c.Months) ?? 0, granted.ValidUntil!.Value);

    /// <summary>All papers on the holder's list of the certifications that a case rests on.</summary>
    public static Task<List<HeldCertification>> HeldOfCaseAsync(this IPortalDb db, RecognitionCase found, CancellationToken ct)
    {
        var codes = found.Certifications.Select(c => c.Certification).ToList();
        return db.HeldCertifications.Where(h => h.HolderId == found.HolderId && codes.Contains(h.Certification)).ToListAsync(ct);
    }

    /// <summary>Where each of these papers stands today, on the calendar of the side that issues it.</summary>
    public static async Task<Func<HeldCertification, HeldState>> HeldStateAsync(this IPortalDb db, IReadOnlyList<HeldCertification> held, DateTimeOffset now, CancellationToken ct)
    {
        var codes = held.Select(h => h.Certification).ToList();
        var countries = await db.Certifications.Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => c.IssuerCountry, ct);
        return h => h.StateOn(IssuerDays.Today(countries.GetValueOrDefault(h.Certification), now));
    }

    /// <summary>What of the holder's list the source asks for and no more: of several papers of one certification, and of alternatives, those that last longest.</summary>
    /// <exception cref="RefusedException">Something is missing in the list.</exception>
    public static async Task<IReadOnlyList<HeldCertification>> HeldForAsync(this IPortalDb db, EquivalenceSource source, Actor actor, CancellationToken ct)
    {
        var codes = source.Certifications;
        var held = await db.HeldCertifications.Where(h => h.HolderId == actor.UserId && codes.Contains(h.Certification)).ToListAsync(ct);
        if (source.Missing(held.Select(h => h.Certification).ToHashSet()) is [_, ..] missing)
        {
            throw new RefusedException(new Error("Cases.Start.NotHeld", null, new Dictionary<string, object?> { ["Missing"] = string.Join(", ", missing) }));
        }

        var needed = held.GroupBy(h => h.Certification).Select(g => g.MaxBy(h => h.ExpiresOn ?? DateOnly.MaxValue)!).ToList();
        foreach (var paper in needed.OrderBy(h => h.ExpiresOn ?? DateOnly.MaxValue).ToList())
        {
            var rest = needed.Where(h => h != paper).ToList();
            needed = source.Missing(rest.Select(h => h.Certification).ToHashSet()).Count == 0 ? rest : needed;
        }

        return needed;
    }
}

internal static class IssuerDays
{
    /// <param name="country">ISO 3166-1 alpha-3. A day ends last in the United States.</param>
    public static DateOnly Today(string? country, DateTimeOffset now) => Staff.Today(country == "JPN" ? Government.Japan : Government.UnitedStates, now);
}

internal static class DecisionTypes
{
    public static bool Recognises(this DecisionType decision) => decision is not (DecisionType.NotAssessed or DecisionType.Refused);
}
