using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Database;

/// <summary>Who hears what about an equivalence.</summary>
public sealed class RecognitionMailTests
{
    private static readonly Dictionary<string, (Func<Guid, Guid, IDomainEvent> Event, string Subject, Role[] Roles, Government[] Sides)> s_cases = new()
    {
        ["ReviewOpened"] = ((_, v) => new EquivalenceReviewOpened(v, 1), "Ratings are asked for: EQ-000001", [Role.RecognitionReviewer], [.. Governments.Both]),
        ["ReviewClosed"] = ((_, v) => new EquivalenceReviewClosed(v), "The review is closed: EQ-000001", [Role.RecognitionOfficer], [.. Governments.Both]),
        ["Drafted"] = ((_, v) => new EquivalenceDrafted(v), "A decision is ready to be signed: EQ-000001", [Role.RecognitionSignatory], [.. Governments.Both]),
        ["Signed"] = ((_, v) => new EquivalenceSigned(v, Government.Japan), "The other government signed; your signature is needed: EQ-000001", [Role.RecognitionSignatory], [Government.UnitedStates]),
        ["KeysVoided"] = ((_, v) => new EquivalenceKeysVoided(v), "Signatures cleared because the text changed: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["Published"] = ((e, v) => new EquivalencePublished(e, v), "Signed by both governments: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["Suspended"] = ((e, v) => new EquivalenceSuspended(e, v, Government.Japan), "A decision is suspended: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["Lifted"] = ((e, v) => new EquivalenceLifted(e, v), "A suspension is lifted: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["WithdrawalProposed"] = ((e, _) => new EquivalenceWithdrawalProposed(e, Government.Japan), "A withdrawal waits for your signature: EQ-000001", [Role.RecognitionSignatory], [Government.UnitedStates]),
        ["Kept"] = ((e, _) => new EquivalenceKept(e), "A decision stays in force: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["EvidenceLost"] = ((_, v) => new EquivalenceEvidenceLost(v), "Figures must be computed again: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionReviewer], [.. Governments.Both]),
        ["ReviewCalled"] = ((e, v) => new EquivalenceReviewCalled(e, v), "A decision must be reviewed: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["ReviewSooner"] = ((_, v) => new EquivalenceReviewSooner(v), "A review is due earlier: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["ReviewMissed"] = ((_, v) => new EquivalenceReviewMissed(v), "The review of a decision is overdue: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["ReviewSigned"] = ((e, _) => new EquivalenceReviewSigned(e, Government.UnitedStates), "A review waits for your signature: EQ-000001", [Role.RecognitionSignatory], [Government.Japan]),
        ["Reviewed"] = ((e, v) => new EquivalenceReviewed(e, v), "A review is complete: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["Unreviewed"] = ((e, v) => new EquivalenceUnreviewed(e, v), "A decision is suspended because its review was missed: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
        ["Withdrawn"] = ((e, v) => new EquivalenceWithdrawn(e, v), "A decision is withdrawn: EQ-000001", [Role.RecognitionOfficer, Role.RecognitionSignatory], [.. Governments.Both]),
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Fact]
    public void Every_template_has_its_case() => Assert.Equal(
        MailResources.Keys("en").Where(k => k.StartsWith("Mail.Recognition.", StringComparison.Ordinal) && k.EndsWith(".Subject", StringComparison.Ordinal)).Select(k => k.Split('.')[2]).Order(),
        s_cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_event_reaches_its_readers_and_nobody_else(string name)
    {
        var (happened, subject, roles, sides) = s_cases[name];
        await using var host = await OutboxHost.StartAsync();
        var (equivalence, version) = await host.WithDbAsync(async db => await AddAsync(db, host.Clock.GetUtcNow()));
        await host.AddAsync(OutboxEvents.ToMessage(happened(equivalence, version), host.Clock.GetUtcNow()));
        await host.DrainAsync();

        var mails = host.Mailbox.List(20);
        Assert.Equal(sides.SelectMany(s => roles, (s, r) => $"{r}.{s}@example.com").Order(), mails.Select(m => m.To).Order());
        Assert.All(mails, m => Assert.Equal(subject, m.Subject));
        Assert.All(mails, m => Assert.Contains("/en/Recognition/Equivalences/Details/EQ-000001", m.Text, StringComparison.Ordinal));
    }

    private static async Task<(Guid, Guid)> AddAsync(PortalDbContext db, DateTimeOffset now)
    {
        var equivalence = Equivalence.Starting("EQ-000001", EquivalenceSource.Of("JP-RISS"), Government.Japan, new Target(TargetKind.Certification, "CISSP"));
        var version = EquivalenceVersion.Starting(equivalence, ["OG-WRL-014"]);
        db.AddRange(equivalence, version);
        foreach (var government in Governments.Both)
        {
            var office = Organisation.Register($"{government}", government, new("庁", "Agency"), new(2020, 1, 1));
            db.Add(office);
            foreach (var role in new[] { Role.RecognitionOfficer, Role.RecognitionReviewer, Role.RecognitionSignatory, Role.ProgrammeOfficer })
            {
                var person = Person.Register(Guid.CreateVersion7(), $"{role}", $"{role}.{government}@example.com", "en");
                var membership = Membership.Invite(office, role, person.MailAddress, new(2027, 1, 1), null, now);
                membership.Accept(person.Id, [], now);
                db.AddRange(person, membership);
            }
        }

        await db.SaveChangesAsync();
        db.Outbox.RemoveRange(db.Outbox);
        await db.SaveChangesAsync();
        return (equivalence.Id, version.Id);
    }
}
