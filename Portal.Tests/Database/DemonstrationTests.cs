using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

/// <summary>One world for all tests here: it is only looked at.</summary>
public sealed class DemonstrationTests(SeededWorld world) : IClassFixture<SeededWorld>
{
    [Fact]
    public void Every_status_of_an_application_is_there() =>
        Assert.Equal(Enum.GetValues<FellowshipApplicationStatus>(), world.Cases.Select(a => a.Status).Distinct().Order());

    [Fact]
    public void Every_phase_of_a_call_is_there() =>
        Assert.Equal(Enum.GetValues<CallPhase>(), world.Calls.Select(c => c.PhaseAt(world.Now)).Distinct().Order());

    [Fact]
    public void Every_status_of_an_award_list_is_there() =>
        Assert.Equal(Enum.GetValues<AwardListStatus>(), world.Lists.Select(l => l.Status).Distinct().Order());

    [Fact]
    public async Task Every_phase_of_a_pair_is_there_and_each_made_up_one_says_so()
    {
        var (pairs, versions) = await world.Database.AsAsync(Actor.System, async db => (
            await db.Equivalences.Include(e => e.Periods).ToListAsync(), await db.EquivalenceVersions.ToListAsync()));
        var phases = versions.Select(v => (Pair: pairs.Single(e => e.Id == v.EquivalenceId), Version: v))
            .Select(x => (x.Pair.IsDemonstration, Phase: EquivalencePhases.Of(x.Version.Status, x.Version.Id, x.Pair.KnownAt(world.Now), world.Now))).ToList();
        Assert.Equal(Enum.GetValues<EquivalencePhase>(), phases.Select(p => p.Phase).Distinct().Order());
        Assert.All(phases, p => Assert.Equal(p.Phase != EquivalencePhase.Proposed, p.IsDemonstration));
    }

    [Fact]
    public async Task Holders_lists_and_cases_are_in_many_states_under_made_up_pairs_only()
    {
        var (held, cases, statements, pairs) = await world.Database.AsAsync(Actor.System, async db => (
            await db.HeldCertifications.Include(h => h.Files).ToListAsync(), await db.RecognitionCases.Include(c => c.Certifications).ToListAsync(),
            await db.RecognitionStatements.Include(s => s.Pdfs).ToListAsync(), await db.Equivalences.ToListAsync()));
        var today = DateOnly.FromDateTime(world.Now.UtcDateTime);
        Assert.Equal([HeldState.Claimed, HeldState.Verified, HeldState.Expiring, HeldState.Expired], held.Select(h => h.StateOn(today)).Distinct().Order());
        Assert.All(held, h => Assert.StartsWith("DEMO", h.CertificateNumber, StringComparison.Ordinal));
        Assert.All(held.SelectMany(h => h.Files), f => Assert.StartsWith("DEMO", f.FileName, StringComparison.Ordinal));
        Assert.Equal(
            [
                RecognitionCaseStatus.Submitted, RecognitionCaseStatus.InAssessment, RecognitionCaseStatus.InformationRequested, RecognitionCaseStatus.Verification,
                RecognitionCaseStatus.AwaitingMeasure, RecognitionCaseStatus.Granted, RecognitionCaseStatus.Declined,
            ],
            cases.Select(c => c.Status).Order());
        Assert.Equal(Governments.Both.Order(), cases.Select(c => c.HostGovernment).Distinct().Order());
        Assert.All(cases, c => Assert.True(pairs.Single(e => e.Id == c.EquivalenceId).IsDemonstration));
        Assert.True(Assert.Single(statements) is { IsDemonstration: true, Pdfs.Count: 2 });
    }

    [Fact]
    public async Task What_is_asked_of_a_holder_can_still_be_done()
    {
        var cases = await world.Database.AsAsync(Actor.System, db => db.RecognitionCases.ToListAsync());
        Assert.All(cases.Where(c => c.NextBy is not null), c => Assert.False(c.NextBy!.Value.IsPast(world.Now)));
        Assert.All(cases.Where(c => c.Status == RecognitionCaseStatus.Declined), c => Assert.False(c.ReviewBy!.Value.IsPast(world.Now)));
        Assert.All(cases.Where(c => c.Status == RecognitionCaseStatus.AwaitingMeasure), c => Assert.Contains(c.Measures, m => m.IsOpen));
    }

    [Fact]
    public void Calls_are_seen_waiting_for_one_key_and_returned_with_a_reason()
    {
        Assert.Contains(world.Calls, c => c is { Status: FellowshipCallStatus.JointCheck, Signatures.Count: 1 });
        Assert.Contains(world.Calls, c => c is { Status: FellowshipCallStatus.Draft, ReturnReason.Length: > 0 });
        Assert.Contains(world.Lists, l => l is { Status: AwardListStatus.Proposed, Signatures.Count: 1 });
    }

    [Fact]
    public async Task Each_role_of_each_government_has_at_least_two_people()
    {
        foreach (var (government, role) in Governments.Both.SelectMany(g => Roles.OfStaff.Select(r => (g, r))))
        {
            var staff = await world.Database.AsAsync(Actor.System, db => db.StaffAsync(government, role, world.Now, TestContext.Current.CancellationToken));
            Assert.True(staff.Count >= 2, $"{government} {role}: {staff.Count}");
        }
    }

    [Fact]
    public void Submitted_applications_are_complete_and_their_files_are_real()
    {
        var sent = world.Cases.Where(a => a.SubmittedAt is not null).ToList();
        Assert.True(sent.Count > 20);
        Assert.All(sent, a => Assert.True(a.CurrentDocuments().Count() >= 3 && a.Submissions.Count > 0 && a.NameEn.Length > 0));
        Assert.Contains(sent, a => a.Submissions.Count == 2);
    }

    [Fact]
    public async Task Names_try_what_names_can_be()
    {
        var names = world.Cases.Select(a => a.NameJa).ToList();
        Assert.Contains(names, n => n.Contains('髙', StringComparison.Ordinal));
        Assert.Contains(names, n => n.Contains('﨑', StringComparison.Ordinal));
        Assert.Contains(names, n => n.Contains('’', StringComparison.Ordinal));
        Assert.Contains(names, n => n.Length > 50);
        Assert.Contains("Suryani", names);
        Assert.Equal(names.Count, await world.CountAsync(db => db.FellowshipApplications));
    }

    [Fact]
    public void Nothing_happened_in_the_future_and_offers_can_still_be_answered()
    {
        Assert.All(world.History, e => Assert.True(e.At <= world.Now));
        Assert.All(world.Cases.Where(a => a.Status == FellowshipApplicationStatus.Offered), a => Assert.False(a.AnswerBy!.Value.IsPast(world.Now)));
        Assert.All(world.Cases.Where(a => a.Status == FellowshipApplicationStatus.ReturnedForCorrection), a => Assert.False(a.Correction!.DueBy.IsPast(world.Now)));
    }

    [Fact]
    public void History_reads_in_the_order_in_which_it_was_written() =>
        Assert.All(world.History.GroupBy(e => e.CaseId), chain => Assert.Equal(chain.OrderBy(e => e.Sequence), chain.OrderBy(e => e.At).ThenBy(e => e.Sequence)));

    [Fact]
    public void History_names_the_use_cases_and_the_people() =>
        Assert.All(world.History.Where(e => e.CaseType == nameof(FellowshipApplication) && e.Operation != "LapseOffers"), e =>
        {
            Assert.NotEqual("System", e.Operation);
            Assert.NotEqual(Guid.Empty, e.ActorId);
        });

    [Fact]
    public async Task Chains_verify()
    {
        var report = await world.Database.VerifyAsync();
        Assert.True(report.Entries > 100);
        Assert.Null(report.Fault);
    }

    [Fact]
    public async Task Only_the_mails_of_the_last_day_wait()
    {
        var waiting = await world.Database.AsAsync(Actor.System, db => db.Outbox.Where(m => m.CompletedAt == null).ToListAsync());
        Assert.InRange(waiting.Count, 3, 20);
        Assert.All(waiting, m => Assert.True(m.CreatedAt >= world.Now.AddDays(-1)));
    }

    [Fact]
    public async Task Every_account_of_the_manifest_signs_in_with_one_click_and_has_a_canary_of_its_own()
    {
        var (manifest, people) = await world.Database.AsAsync(Actor.System, async db => (
            await new WorldManifest(db).ReadAsync(TestContext.Current.CancellationToken),
            await new DemoPeople(db, world.Database.Clock).ListAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(manifest.Accounts.Select(a => a.PersonId), people.Select(p => p.PersonId));
        Assert.Equal(manifest.Canaries.Count, manifest.Canaries.Values.Distinct().Count());
        Assert.Equal(manifest.Accounts.Count(a => a.Role == Role.Candidate), manifest.Canaries.Count);
        Assert.Contains(people, p => p.Organisation?.Ja.Contains("国家サイバー統括室", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Seeding_again_changes_nothing()
    {
        var before = (await world.CountAsync(db => db.AuditEntries), await world.CountAsync(db => db.People), await world.CountAsync(db => db.Outbox));
        Assert.Contains("already there", await SeededWorld.SeedAsync(world.Database), StringComparison.Ordinal);
        Assert.Equal(before, (await world.CountAsync(db => db.AuditEntries), await world.CountAsync(db => db.People), await world.CountAsync(db => db.Outbox)));
    }

    [Theory, InlineData("Production"), InlineData("Staging")]
    public async Task Outside_development_nothing_is_seeded(string environment)
    {
        await using var database = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => SeededWorld.SeedAsync(database, environment));
        await database.AsAsync(Actor.System, async db =>
        {
            Assert.False(await new SeedMark(db, database.Clock, SeedMark.World).IsPresentAsync(TestContext.Current.CancellationToken));
            Assert.Empty(await db.People.ToListAsync());
        });
    }

    [Fact]
    public async Task A_run_that_broke_off_is_known()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.AsAsync(Actor.System, db => new SeedMark(db, database.Clock, SeedMark.World).BeginAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SeededWorld.SeedAsync(database));
        await database.AsAsync(Actor.System, async db =>
            Assert.True(await new SeedMark(db, database.Clock, SeedMark.World).IsPresentAsync(TestContext.Current.CancellationToken)));
    }
}
