using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>When the certification ends, as far as the check needs to know. Dates are not asked for: codes say nothing about the person.</summary>
public enum HeldUntil { MoreThanNinetyDays, WithinNinetyDays, Over, NoEnd }

/// <summary>Which published equivalences would apply today. Nothing of it is kept.</summary>
/// <param name="Held">Code of the certification; null as long as nothing is picked.</param>
/// <param name="Target">Code of the target that is looked for; null for all.</param>
public sealed record CheckEligibility(string? Held, string? Target, HeldUntil Until) : IQuery<CheckEligibility.Answer>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Offers">Null as long as nothing is picked.</param>
    public sealed record Answer(IReadOnlyList<NamedCode> Certifications, IReadOnlyList<NamedCode> Targets, IReadOnlyList<RecognitionOffer>? Offers);
}

internal sealed class CheckEligibilityHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<CheckEligibility, CheckEligibility.Answer>
{
    public async ValueTask<CheckEligibility.Answer> Handle(CheckEligibility query, CancellationToken ct)
    {
        var certifications = await db.Certifications.AsNoTracking().OrderBy(c => c.Code).Take(CertificationChoices.Most).Select(c => new NamedCode(c.Code, c.NameEn, c.NameJa)).ToListAsync(ct);
        var known = certifications.Exists(c => c.Code == query.Held);
        return new(
            certifications, await TargetsAsync(certifications, ct),
            known ? await db.RecognitionOffersAsync(new HashSet<string> { query.Held! }, query.Target, clock.GetUtcNow(), ct) : null);
    }

    /// <summary>Only what some equivalence leads to.</summary>
    private async Task<IReadOnlyList<NamedCode>> TargetsAsync(List<NamedCode> certifications, CancellationToken ct)
    {
        var targets = await db.Equivalences.Select(e => new { e.TargetKind, e.TargetCode }).Distinct().OrderBy(t => t.TargetCode).Take(CertificationChoices.Most).ToListAsync(ct);
        var roles = targets.Where(t => t.TargetKind == TargetKind.WorkRole).Select(t => t.TargetCode).ToList();
        var titles = (await db.Frameworks.SelectMany(f => f.Elements).Where(e => roles.Contains(e.Code)).Select(e => new { e.Code, e.Title }).ToListAsync(ct)).DistinctBy(t => t.Code);
        var names = certifications.Concat(titles.Select(t => new NamedCode(t.Code, t.Title, null))).DistinctBy(n => n.Code).ToDictionary(n => n.Code);
        return [.. targets.Select(t => names.GetValueOrDefault(t.TargetCode) ?? new NamedCode(t.TargetCode, t.TargetCode, null))];
    }
}
