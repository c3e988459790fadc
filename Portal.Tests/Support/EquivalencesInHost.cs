using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Tests.Support;

/// <param name="Story">Who took part, and what was signed.</param>
internal sealed record EquivalenceInHost(Guid Id, string Number, Guid VersionId, EquivalenceStory Story);

/// <summary>Equivalences in the host's database, brought there by the real aggregates: two of three statements covered, 75 % by weight.</summary>
internal static class EquivalencesInHost
{
    private static readonly TimeSpan Signed = TimeSpan.FromDays(40);

    /// <summary>In force since thirty days ago, for a year in all, unless the content is changed: conditional, with an aptitude test, for OG-WRL-014.</summary>
    public static Task<EquivalenceInHost> PublishAsync(this PortalHost host, string source, string target, Func<EquivalenceContent, EquivalenceContent>? change = null) =>
        host.BringAsync(source, target, EquivalenceStatus.Agreed, change);

    /// <summary>The pair as far as a status; the first pair of these codes that stands, or a new one from Japan's side.</summary>
    /// <param name="source">A code; the key of the source where a pair of several certifications stands already.</param>
    /// <param name="change">Of the drafted text; its dates count from thirty days ago.</param>
    public static Task<EquivalenceInHost> BringAsync(
        this PortalHost host, string source, string target, EquivalenceStatus status, Func<EquivalenceContent, EquivalenceContent>? change = null) => host.InDatabaseAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        var at = host.Clock.GetUtcNow() - Signed;
        var (equivalence, version) = await PairAsync(db, source, target, ct);
        var story = new EquivalenceStory(
            await NiceAsync(db, ct), equivalence, version, at, await db.RequirementSets.Where(s => s.TargetCode == target).CountAsync(ct) + 1);
        var evidence = await EvidenceAsync(db, story, target, ct);
        db.CertificationVersions.Add(evidence);
        story.Evidence = [evidence.Id];
        story.BringTo(version, status < EquivalenceStatus.Drafted ? status : EquivalenceStatus.Adjudication);
        if (status is EquivalenceStatus.Drafted or EquivalenceStatus.Agreed)
        {
            var from = at.AddDays(10);
            var content = EquivalenceStory.Decision() with
            {
                Differences = [.. EquivalenceStory.Decision().Differences.Select(d => d with { Statements = [story.Gap] })],
                ValidFrom = new Deadline(from, PortalZones.Japan),
                ValidUntil = new Deadline(from.AddYears(1), PortalZones.Japan),
            };
            story.Draft(version, change?.Invoke(content) ?? content);
        }

        if (status == EquivalenceStatus.Agreed)
        {
            story.Sign(version);
        }

        db.RequirementSets.Add(story.Requirements);
        await db.SaveChangesAsync(ct);
        return new EquivalenceInHost(equivalence.Id, equivalence.Number, version.Id, story);
    });

    private static async Task<(Equivalence, EquivalenceVersion)> PairAsync(PortalDbContext db, string source, string target, CancellationToken ct)
    {
        if (await db.Equivalences.Include(e => e.Periods).FirstOrDefaultAsync(e => e.SourceKey == source && e.TargetCode == target, ct) is { } standing)
        {
            return (standing, await db.EquivalenceVersions.SingleAsync(v => v.EquivalenceId == standing.Id, ct));
        }

        var number = $"EQ-{900_000 + await db.Equivalences.CountAsync(ct):000000}";
        var equivalence = Equivalence.Starting(number, EquivalenceSource.Of(source), Government.Japan, new Target(TargetKind.Certification, target));
        var version = EquivalenceVersion.Starting(equivalence, ["OG-WRL-014"]);
        db.AddRange(equivalence, version);
        return (equivalence, version);
    }

    /// <summary>What the figures of the story rest on, for tests that compute them again.</summary>
    private static async Task<CertificationVersion> EvidenceAsync(PortalDbContext db, EquivalenceStory story, string target, CancellationToken ct)
    {
        var source = story.Equivalence.Source.Certifications[0];
        var certification = await db.Certifications.SingleAsync(c => c.Code == source, ct);
        var version = CertificationVersion.Describe(certification.Id, new($"for {target}", new DateOnly(2025, 4, 1), null, BilingualText.Empty), story.Proposer);
        foreach (var statement in story.Covered)
        {
            version.Record(story.Statements[statement], new ClaimText(3, AssessmentStrength.ProctoredWritten, 0.8m, null), story.Proposer);
        }

        return version;
    }

    /// <summary>Three statements of it are enough.</summary>
    private static async Task<Framework> NiceAsync(PortalDbContext db, CancellationToken ct)
    {
        var framework = await db.Frameworks.AsNoTracking().FirstAsync(ct);
        return await db.Frameworks.AsNoTracking().Include(f => f.Elements.Where(e => e.Code == "T0084" || e.Code == "K1082" || e.Code == "S0432")).SingleAsync(f => f.Id == framework.Id, ct);
    }
}
