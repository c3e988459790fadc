using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Outbox;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Database;

/// <summary>Each turn of a case reaches its holder, and the desk whose move it is; a subject holds the number at most.</summary>
public sealed class RecognitionCaseMailTests
{
    private const string Holder = "holder@example.com", JapanOfficer = "RecognitionCaseOfficer.Japan@example.com", UsOfficer = "RecognitionCaseOfficer.UnitedStates@example.com",
        UsReviewer = "RecognitionCaseReviewer.UnitedStates@example.com", UsAppeal = "RecognitionAppealOfficer.UnitedStates@example.com";

    private const string Number = "EQ-000001", DeskEnded = "A decision is withdrawn under which cases are open";

    private static readonly Dictionary<CaseTurn, (string? Subject, string? Desk)> s_turns = new()
    {
        [CaseTurn.Submitted] = ("承認の申請を受け付けました：RC-000001", UsOfficer),
        [CaseTurn.Renewed] = ("更新した証明書を受け付けました：RC-000001", null),
        [CaseTurn.FileComplete] = ("書類がそろいました：RC-000001", null),
        [CaseTurn.InformationAsked] = ("申請について照会があります：RC-000001", null),
        [CaseTurn.InformationAnswered] = ("回答を受け付けました：RC-000001", UsOfficer),
        [CaseTurn.Resumed] = ("回答がないまま審査を再開しました：RC-000001", null),
        [CaseTurn.Verifying] = ("発行元に資格を確認しています：RC-000001", JapanOfficer),
        [CaseTurn.Confirmed] = (null, UsOfficer),
        [CaseTurn.SecondReview] = (null, UsReviewer),
        [CaseTurn.SecondOpinionGiven] = (null, UsOfficer),
        [CaseTurn.Granted] = ("資格が承認されました：RC-000001", null),
        [CaseTurn.Conditional] = ("条件付きで承認されました：RC-000001", null),
        [CaseTurn.MeasureChosen] = (null, UsOfficer),
        [CaseTurn.MeasureFailed] = ("補完措置を満たせませんでした：RC-000001", null),
        [CaseTurn.Declined] = ("申請は不承認となりました：RC-000001", null),
        [CaseTurn.ReviewAsked] = ("再審査の請求を受け付けました：RC-000001", UsAppeal),
        [CaseTurn.ReviewUpheld] = ("再審査の結果、不承認が維持されました：RC-000001", null),
        [CaseTurn.ReviewVaried] = ("再審査の結果、承認されました：RC-000001", null),
        [CaseTurn.Withdrawn] = ("申請を取り下げました：RC-000001", null),
        [CaseTurn.Closed] = ("申請を終了しました（不承認ではありません）：RC-000001", null),
    };

    public static TheoryData<CaseTurn> Turns => [.. Enum.GetValues<CaseTurn>()];

    [Fact]
    public void Every_template_is_tried() => Assert.Equal(
        MailResources.Keys("en").Where(k => k.StartsWith("Mail.Cases.", StringComparison.Ordinal) && k.EndsWith(".Subject", StringComparison.Ordinal)).Select(k => k.Split('.')[2]).Order(),
        s_turns.Where(t => t.Value.Subject is not null).Select(t => $"{t.Key}")
            .Concat(["Desk", "DeskEnded", "Issued", "EffectLifted", "EffectReviewed", "EffectSuspended", "EffectUnreviewed", "EffectWithdrawn"]).Order());

    [Theory, MemberData(nameof(Turns))]
    public async Task A_turn_reaches_its_readers_and_nobody_else(CaseTurn turn)
    {
        var (subject, desk) = s_turns[turn];
        await using var host = await OutboxHost.StartAsync();
        var id = await host.WithDbAsync(async db => (await AddAsync(db, host.Clock.GetUtcNow())).Case);
        await host.AddAsync(OutboxEvents.ToMessage(new RecognitionCaseMoved(id, turn), host.Clock.GetUtcNow()));
        await host.DrainAsync();

        var mails = host.Mailbox.List(20);
        Assert.Equal(new[] { subject is null ? null : Holder, desk }.OfType<string>().Order(), mails.Select(m => m.To).Order());
        Assert.All(mails.Where(m => m.To == Holder), m => Assert.Equal(subject, m.Subject));
        Assert.All(mails.Where(m => m.To == Holder), m => Assert.Contains($"/ja/Recognition/Requests/Details/{id}", m.Text, StringComparison.Ordinal));
        Assert.All(mails.Where(m => m.To != Holder), m => Assert.Equal("A recognition case waits for you: RC-000001", m.Subject));
        Assert.All(mails.Where(m => m.To != Holder), m => Assert.Contains($"/en/Recognition/CaseDesk/Details/{id}", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("Hanako", m.Subject + m.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RecognitionCaseStatus.InAssessment, UsOfficer)]
    // The holder still has the word.
    [InlineData(RecognitionCaseStatus.InformationRequested, null)]
    public async Task A_renewed_certificate_is_told_to_the_desk_that_has_to_act(RecognitionCaseStatus status, string? desk)
    {
        await using var host = await OutboxHost.StartAsync();
        var id = await host.WithDbAsync(db => AddPeopleAsync(db, StoryIn(db, status), host.Clock.GetUtcNow()));
        await host.AddAsync(OutboxEvents.ToMessage(new RecognitionCaseMoved(id, CaseTurn.Renewed), host.Clock.GetUtcNow()));
        await host.DrainAsync();
        Assert.Equal(new[] { Holder, desk }.OfType<string>().Order(), host.Mailbox.List(20).Select(m => m.To).Order());
    }

    [Fact]
    public async Task The_holder_hears_that_the_statement_is_ready_without_its_number()
    {
        await using var host = await OutboxHost.StartAsync();
        var (id, statement, number) = await host.WithDbAsync(async db => await AddAsync(db, host.Clock.GetUtcNow()));
        await host.AddAsync(OutboxEvents.ToMessage(new RecognitionStatementIssued(statement), host.Clock.GetUtcNow()));
        await host.DrainAsync();
        var mail = Assert.Single(host.Mailbox.List(20));
        Assert.Equal((Holder, "資格承認書が発行されました"), (mail.To, mail.Subject));
        Assert.DoesNotContain(number, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/ja/Recognition/Requests/Details/{id}", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("あなたに関係する決定の効力が停止しました")]
    [InlineData("決定の停止が終わりました")]
    [InlineData("あなたに関係する決定が取り消されました")]
    [InlineData("あなたに関係する決定を見直しています")]
    [InlineData("あなたに関係する決定は、見直しが終わるまで停止します")]
    public async Task Who_holds_a_statement_hears_that_the_decision_under_it_has_changed(string subject)
    {
        await using var host = await OutboxHost.StartAsync();
        var (id, equivalence, version) = await host.WithDbAsync(async db =>
        {
            var added = await AddAsync(db, host.Clock.GetUtcNow());
            var found = await db.RecognitionCases.SingleAsync(c => c.Id == added.Case);
            return (found.Id, found.EquivalenceId, found.EquivalenceVersionId);
        });
        IDomainEvent happened = subject.Contains("見直しが終わるまで", StringComparison.Ordinal) ? new EquivalenceUnreviewed(equivalence, version)
            : subject.Contains("取り消", StringComparison.Ordinal) ? new EquivalenceWithdrawn(equivalence, version)
            : subject.Contains("終わり", StringComparison.Ordinal) ? new EquivalenceLifted(equivalence, version)
            : subject.Contains("見直し", StringComparison.Ordinal) ? new EquivalenceReviewCalled(equivalence, version) : new EquivalenceSuspended(equivalence, version, Government.Japan);
        await host.AddAsync(OutboxEvents.ToMessage(happened, host.Clock.GetUtcNow()));
        await host.DrainAsync();
        var mail = Assert.Single(host.Mailbox.List(20), m => m.To == Holder);
        Assert.Equal(subject, mail.Subject);
        Assert.DoesNotContain(host.Mailbox.List(20), m => m.Subject == DeskEnded);
        Assert.Contains($"/ja/Recognition/Requests/Details/{id}", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_of_the_host_hears_once_that_open_cases_have_lost_their_decision()
    {
        await using var host = await OutboxHost.StartAsync();
        var happened = await host.WithDbAsync(async db =>
        {
            var added = await AddAsync(db, host.Clock.GetUtcNow());
            var granted = await db.RecognitionCases.SingleAsync(c => c.Id == added.Case);
            var basis = new CaseBasis(granted.EquivalenceId, granted.EquivalenceVersionId, Guid.CreateVersion7(), Government.Japan);
            foreach (var number in new[] { "RC-000002", "RC-000003" })
            {
                var story = new RecognitionCaseStory(basis, RecognitionCaseStatus.Draft, number);
                story.Submit();
                db.AddRange(story.Held, story.Case, Person.Register(story.Holder.UserId, "Taro", $"{number}@example.com", "ja"));
            }

            await db.SaveChangesAsync();
            db.Outbox.RemoveRange(db.Outbox);
            await db.SaveChangesAsync();
            return new EquivalenceWithdrawn(granted.EquivalenceId, granted.EquivalenceVersionId);
        });
        await host.AddAsync(OutboxEvents.ToMessage(happened, host.Clock.GetUtcNow()));
        await host.DrainAsync();
        var mail = Assert.Single(host.Mailbox.List(20), m => m.Subject == DeskEnded);
        Assert.Equal(UsOfficer, mail.To);
        Assert.Contains("/en/Recognition/CaseDesk", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>A case that was asked about, declined and granted by its review: every slot of every mail has a value.</summary>
    private static async Task<(Guid Case, Guid Statement, string Number)> AddAsync(PortalDbContext db, DateTimeOffset now)
    {
        var story = StoryIn(db, RecognitionCaseStatus.InformationRequested);
        story.Case.Answer("…", RecognitionCaseStory.Calendar, story.Holder, RecognitionCaseStory.Now);
        story.Check(CaseSection.Currency, FailureReason.NotInDate);
        story.Decline();
        story.Case.AskReview("…", RecognitionCaseStory.Calendar, story.Holder, RecognitionCaseStory.Now);
        story.Case.Vary([], RecognitionCaseStory.Reason, story.AppealOfficer, RecognitionCaseStory.Now);
        var content = new StatementContent(
            Number, 1, [], new("CISSP", new("", "CISSP")), [], DecisionType.Full, RecognitionCaseStory.Reason, [], [], Government.Japan, Government.UnitedStates, new Deadline(now, PortalZones.Japan));
        var statement = RecognitionStatement.Issue(StatementNumber.Draw(2026), story.Case, content, false, now);
        db.Add(statement);
        await AddPeopleAsync(db, story, now);
        return (story.Case.Id, statement.Id, statement.Number);
    }

    private static RecognitionCaseStory StoryIn(PortalDbContext db, RecognitionCaseStatus status)
    {
        var equivalence = Equivalence.Starting(Number, EquivalenceSource.Of("JP-RISS"), Government.Japan, new Target(TargetKind.Certification, "CISSP"));
        var version = EquivalenceVersion.Starting(equivalence, ["OG-WRL-014"]);
        db.AddRange(equivalence, version);
        return new RecognitionCaseStory(new CaseBasis(equivalence.Id, version.Id, Guid.CreateVersion7(), Government.Japan), status);
    }

    private static async Task<Guid> AddPeopleAsync(PortalDbContext db, RecognitionCaseStory story, DateTimeOffset now)
    {
        db.AddRange(story.Held, story.Case, Person.Register(story.Holder.UserId, "Hanako", Holder, "ja"));
        foreach (var government in Governments.Both)
        {
            var office = Organisation.Register($"{government}", government, new("庁", "Agency"), new(2020, 1, 1));
            db.Add(office);
            foreach (var role in new[] { Role.RecognitionCaseOfficer, Role.RecognitionCaseReviewer, Role.RecognitionAppealOfficer, Role.RecognitionOfficer })
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
        return story.Case.Id;
    }
}
