using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What happens to a pair after its publication, and pairs that only the public pages need.</summary>
internal static class PublishedPairs
{
    public static Task ActAsync(this PortalHost host, EquivalenceInHost pair, Action<Equivalence> act) => host.InDatabaseAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        act(await db.Equivalences.Include(e => e.Periods).Include(e => e.Signatures).SingleAsync(e => e.Id == pair.Id, ct));
        return await db.SaveChangesAsync(ct);
    });

    public static Task SuspendAsync(this PortalHost host, EquivalenceInHost pair, Government by) => host.ActAsync(pair, e =>
        e.Suspend(pair.VersionId, host.Clock.GetUtcNow().AddDays(30), pair.Story.Signatories[by], host.Clock.GetUtcNow()));

    public static Task LiftAsync(this PortalHost host, EquivalenceInHost pair, Government by) => host.ActAsync(pair, e =>
        e.Lift(pair.VersionId, pair.Story.Signatories[by], host.Clock.GetUtcNow()));

    public static Task WithdrawAsync(this PortalHost host, EquivalenceInHost pair) => host.ActAsync(pair, e =>
    {
        var effect = new WithdrawalEffect(1, 0, 0);
        e.ProposeWithdrawal(pair.VersionId, "The exam has changed.", effect, pair.Story.Signatories[Government.Japan], host.Clock.GetUtcNow());
        e.Withdraw(e.WithdrawalHash(pair.VersionId, "The exam has changed.", effect), effect, pair.Story.Signatories[Government.UnitedStates], host.Clock.GetUtcNow());
    });

    /// <summary>For a test that runs once in each language on one database.</summary>
    public static async Task OnceAsync(this PortalHost host, string source, string target, Func<EquivalenceContent, EquivalenceContent> change)
    {
        if (!await host.InDatabaseAsync(db => db.Equivalences.AnyAsync(e => e.SourceKey == source && e.TargetCode == target && e.Periods.Any(), TestContext.Current.CancellationToken)))
        {
            await host.PublishAsync(source, target, change);
        }
    }

    /// <summary>One government's key on a drafted version.</summary>
    public static Task SignOnceAsync(this PortalHost host, EquivalenceInHost pair, Government government) => host.InDatabaseAsync(async db =>
    {
        var ct = TestContext.Current.CancellationToken;
        var equivalence = await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == pair.Id, ct);
        var version = await db.EquivalenceVersions.Include(v => v.Signatures).Include(v => v.Reviewers).SingleAsync(v => v.Id == pair.VersionId, ct);
        version.Sign(equivalence, version.ContentHash(equivalence), pair.Story.Signatories[government], version.Content.ValidFrom!.Value.Instant.AddDays(-1));
        return await db.SaveChangesAsync(ct);
    });

    /// <summary>The next version, in force since yesterday in the place of the first.</summary>
    public static Task SupersedeAsync(this PortalHost host, EquivalenceInHost pair) => host.InDatabaseAsync(async db =>
    {
        var (ct, from) = (TestContext.Current.CancellationToken, host.Clock.GetUtcNow().AddDays(-1));
        var equivalence = await db.Equivalences.Include(e => e.Periods).SingleAsync(e => e.Id == pair.Id, ct);
        var next = EquivalenceVersion.Propose(equivalence, 2, pair.VersionId, ["OG-WRL-014"], pair.Story.Proposer);
        pair.Story.BringTo(next, EquivalenceStatus.Adjudication);
        pair.Story.Draft(next, pair.Story.Version.Content with { ValidFrom = new Deadline(from, PortalZones.Japan), ValidUntil = new Deadline(from.AddYears(1), PortalZones.Japan) });
        foreach (var signatory in pair.Story.Signatories.Values)
        {
            next.Sign(equivalence, next.ContentHash(equivalence), signatory, from.AddDays(-1));
        }

        db.Add(next);
        return await db.SaveChangesAsync(ct);
    });

    /// <summary>A source of several certifications, in force at once.</summary>
    public static async Task<EquivalenceInHost> PublishAsync(this PortalHost host, EquivalenceSource source, string target)
    {
        await host.ProposeAsync(source, new Target(TargetKind.Certification, target));
        return await host.PublishAsync(source.Key, target, CasePages.Full);
    }

    /// <summary>The next version, as far as its figures.</summary>
    public static Task ReviseAsync(this PortalHost host, EquivalenceInHost pair) => host.InDatabaseAsync(async db =>
    {
        var officer = Actors.Staff(Role.RecognitionOfficer, Government.Japan);
        var equivalence = await db.Equivalences.SingleAsync(e => e.Id == pair.Id, TestContext.Current.CancellationToken);
        var next = EquivalenceVersion.Propose(equivalence, 2, pair.VersionId, ["OG-WRL-014"], officer);
        next.Compute(["OG-WRL-014"], pair.Story.Report with { Figures = pair.Story.Report.Figures with { Content = 0.99 } }, officer);
        db.Add(next);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Pairs that nobody has decided: each source with each target.</summary>
    public static Task ProposeAsync(this PortalHost host, EquivalenceSource source, params Target[] targets) => host.InDatabaseAsync(async db =>
    {
        var count = await db.Equivalences.CountAsync(TestContext.Current.CancellationToken);
        foreach (var target in targets)
        {
            var pair = Equivalence.Starting($"EQ-{800_000 + count++:000000}", source, Government.Japan, target);
            db.AddRange(pair, EquivalenceVersion.Starting(pair, ["OG-WRL-014"]));
        }

        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>Certifications of U.S. issuers, by their codes.</summary>
    public static Task<int> AddAsync(PortalDbContext db, IEnumerable<string> codes)
    {
        db.AddRange(codes.Select(c => Certification.Create(new CertificationText(c, $"Certification {c}", null, "Issuer", "USA", null, null, CertificationConfidence.Unverified))));
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
