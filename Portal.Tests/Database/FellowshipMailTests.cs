using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Mail;
using Portal.Infrastructure.Outbox;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

/// <summary>Real events through the real notification classes: each reaches its readers in their language, with every slot filled.</summary>
public sealed class FellowshipMailTests
{
    private const string Candidate = "hanako@example.com", JapanOfficer = "ProgrammeOfficer.Japan@example.com", UsOfficer = "ProgrammeOfficer.UnitedStates@example.com",
        JapanOfficial = "DecidingOfficial.Japan@example.com", UsOfficial = "DecidingOfficial.UnitedStates@example.com";

    private static readonly Dictionary<string, (Func<MailWorld, IDomainEvent> Event, string Subject, string[] To)> s_cases = new()
    {
        ["CallSentForCheck"] = (w => new CallSentForCheck(w.CallId), "募集内容の確認と承認をお願いします：CF27", [JapanOfficer, UsOfficer]),
        ["CallSigned"] = (w => new CallSigned(w.CallId, Government.Japan), "The other government approved; your approval is needed: CF27", [UsOfficer]),
        ["CallApproved"] = (w => new CallApproved(w.CallId), "Approved by both governments: CF27", [JapanOfficer, UsOfficer]),
        ["CallVoidedEdited"] = (w => new CallApprovalsVoided(w.CallId, CallVoidReason.Edited), "Approvals cleared because the call was edited: CF27", [JapanOfficer, UsOfficer]),
        ["CallVoidedReturned"] = (w => new CallApprovalsVoided(w.CallId, CallVoidReason.Returned), "Call returned, approvals cleared: CF27", [JapanOfficer, UsOfficer]),
        ["Submitted"] = (w => new ApplicationSubmitted(w.ApplicationId, 1), "申請を受け付けました：CF27-004182", [Candidate]),
        ["Resubmitted"] = (w => new ApplicationSubmitted(w.ApplicationId, 2), "修正した申請を受け付けました：CF27-004182", [Candidate]),
        ["Returned"] = (w => new ApplicationReturned(w.ApplicationId), "申請の修正をお願いします：CF27-004182", [Candidate]),
        ["ScreenedOut"] = (w => new ApplicationScreenedOut(w.ApplicationId), "申請は審査に進みませんでした：CF27-004182", [Candidate]),
        ["Withdrawn"] = (w => new ApplicationWithdrawn(w.ApplicationId), "申請を取り下げました：CF27-004182", [Candidate]),
        ["Offered"] = (w => new OutcomeReleased(w.ApplicationId, FellowshipApplicationStatus.Offered), "採択のお知らせ：CF27-004182", [Candidate]),
        ["Waitlisted"] = (w => new OutcomeReleased(w.ApplicationId, FellowshipApplicationStatus.Reserve), "補欠のお知らせ：CF27-004182", [Candidate]),
        ["NotSelected"] = (w => new OutcomeReleased(w.ApplicationId, FellowshipApplicationStatus.NotProposed), "選考結果のお知らせ（不採択）：CF27-004182", [Candidate]),
        ["Accepted"] = (w => new OfferAnswered(w.ApplicationId, FellowshipApplicationStatus.Accepted), "採択を受けると答えました：CF27-004182", [Candidate]),
        ["Declined"] = (w => new OfferAnswered(w.ApplicationId, FellowshipApplicationStatus.Declined), "採択を辞退しました：CF27-004182", [Candidate]),
        ["Lapsed"] = (w => new OfferLapsed(w.ApplicationId), "採択が期限切れになりました：CF27-004182", [Candidate]),
        ["ListProposed"] = (w => new AwardListProposed(w.ListId), "Award list to decide: CF27", [JapanOfficial, UsOfficial]),
        ["ListSigned"] = (w => new AwardListSigned(w.ListId, Government.UnitedStates), "相手国側が同意しました。こちらの決定が必要です：CF27", [JapanOfficial]),
        ["ListAgreed"] = (w => new AwardListAgreed(w.ListId), "Award list agreed by both governments: CF27", [JapanOfficer, UsOfficer]),
        ["ListReturned"] = (w => new AwardListReturned(w.ListId), "Award list returned: CF27", [JapanOfficer, UsOfficer]),
        ["Invited"] = (w => new MemberInvited(w.InvitationId), "You are invited to the U.S.–Japan Cyber Talent Portal", ["new@example.com"]),
    };

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory, MemberData(nameof(Cases))]
    public async Task An_event_reaches_its_readers(string name)
    {
        var (happened, subject, to) = s_cases[name];

        var mails = await MailsOfAsync(happened);

        Assert.Equal(to.Order(), mails.Select(m => m.To).Order());
        Assert.Contains(subject, mails.Select(m => m.Subject));
        Assert.All(mails, m => Assert.DoesNotContain("evil", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain('{', m.Subject + m.Text));
    }

    [Fact]
    public void Every_event_and_every_template_of_the_fellowships_has_its_case()
    {
        var events = OutboxEvents.All.Where(t => t.Namespace == typeof(CallSigned).Namespace || t == typeof(MemberInvited));
        string[] others = ["Mail.Account.", "Mail.Recognition.", "Mail.Evidence.", "Mail.Cases."];
        var templates = MailResources.Keys("en").Where(k => k.EndsWith(".Subject", StringComparison.Ordinal) && !others.Any(o => k.StartsWith(o, StringComparison.Ordinal)));

        var world = new MailWorld(default, default, default, default);
        Assert.Equal(events.Select(t => t.Name).Order(), s_cases.Values.Select(c => c.Event(world).GetType().Name).Distinct().Order());
        Assert.Equal(templates.Select(k => k.Split('.')[2]).Order(), s_cases.Keys.Order());
    }

    [Fact]
    public async Task A_candidate_reads_when_to_answer_in_both_zones_the_official_one_first()
    {
        var mail = Assert.Single(await MailsOfAsync(s_cases["Offered"].Event));

        Assert.Equal("ja", mail.Language);
        Assert.Contains("2027年3月12日（金）17:00 日本時間（JST）\n2027年3月12日（金）3:00 米国東部時間（EST）", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("https://portal.example/ja/Fellowships/Applications/Status/", mail.Text, StringComparison.Ordinal);
        Assert.StartsWith("Open in English\nhttps://portal.example/en/Fellowships/Applications/Status/", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<PickedUpMail>> MailsOfAsync(Func<MailWorld, IDomainEvent> happened)
    {
        await using var host = await OutboxHost.StartAsync();
        var world = await host.WithDbAsync(db => MailWorld.AddToAsync(db, host.Clock.GetUtcNow()));
        await host.WithDbAsync(async db =>
        {
            db.Outbox.RemoveRange(db.Outbox);
            return await db.SaveChangesAsync();
        });
        await host.AddAsync(OutboxEvents.ToMessage(happened(world), host.Clock.GetUtcNow()));
        await host.DrainAsync();
        return host.Mailbox.List(10);
    }
}
