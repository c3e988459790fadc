using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Records what the demonstration's pairs rest on: versions of certifications with their claims, and requirement sets.</summary>
internal sealed class EvidenceStory(PastPortal portal, Cast cast, WorldCalendar calendar, RecognitionWorld world)
{
    private const int Described = -410, Required = -400;

    private static readonly BilingualText s_note = new("【DEMO】試用のための架空の記録です。", "DEMO: made up for trying the portal.");

    /// <returns>The requirement set of each target.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> TellAsync(CancellationToken ct)
    {
        var framework = (await portal.ReadAsync(db => db.NewestFrameworkAsync(ct)))!.Id;
        var statements = await StatementsAsync(framework, ct);
        foreach (var evidence in world.Evidence)
        {
            // The side that issues it: a colleague of the other side adjudicates, and nobody adjudicates their own evidence.
            await RecordAsync(evidence, statements, evidence.Certification.StartsWith("JP-", StringComparison.Ordinal) ? Government.Japan : Government.UnitedStates, ct);
        }

        var sets = new Dictionary<string, Guid>();
        foreach (var required in world.Requirements)
        {
            var target = new Target(statements.ContainsKey(required.Target) ? TargetKind.WorkRole : TargetKind.Certification, required.Target);
            var officer = cast.Member(Government.UnitedStates, Application.Identity.Role.RecognitionOfficer, 0);
            sets[required.Target] = (await portal.SendAsync(officer, calendar.At(Required, 11, Government.UnitedStates), new DefineRequirements(framework, target, 0, required.Rows), ct)).Value;
        }

        return sets;
    }

    private async Task RecordAsync(WorldEvidence evidence, Dictionary<string, FrameworkElement> statements, Government side, CancellationToken ct)
    {
        var officer = cast.Member(side, Application.Identity.Role.RecognitionOfficer, 0);
        var certification = await portal.ReadAsync(db => db.Certifications.Where(c => c.Code == evidence.Certification).Select(c => c.Id).SingleAsync(ct));
        var version = CertificationVersion.Describe(certification, new CertificationVersionText(evidence.Label, evidence.EffectiveOn, null, s_note), officer);
        foreach (var claim in evidence.Claims)
        {
            version.Record(statements[claim.Statement], new ClaimText(claim.Level, claim.Strength, claim.Confidence, evidence.Source), officer);
        }

        await portal.SaveAsync(officer, calendar.At(Described, 11, side), nameof(DescribeCertificationVersion), async db => await db.CertificationVersions.AddAsync(version, ct), ct);
    }

    private async Task<Dictionary<string, FrameworkElement>> StatementsAsync(Guid framework, CancellationToken ct)
    {
        var codes = world.Evidence.SelectMany(e => e.Claims).Select(c => c.Statement).Concat(world.Requirements.Select(r => r.Target)).Distinct().ToList();
        return await portal.ReadAsync(db => db.Frameworks.AsNoTracking().Where(f => f.Id == framework).SelectMany(f => f.Elements).Where(e => codes.Contains(e.Code)).ToDictionaryAsync(e => e.Code, ct));
    }
}
