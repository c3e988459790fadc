using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Fills the holders' lists and takes one holder's case from its start to where it stands today.</summary>
internal sealed class HolderStory(PastPortal portal, Cast cast, WorldCalendar calendar, RecognitionWorld world)
{
    private const int Listed = -200;

    /// <summary>Days after the case was sent.</summary>
    private const int Completed = 3, Checked = 6, Asked = 7, Declined = 8, Verifying = 8, Answered = 13, Decided = 16, Chosen = 20;

    public async Task ListAsync(WorldHeld held, CancellationToken ct)
    {
        var (me, at) = (cast.Candidate(held.Holder), calendar.At(Listed, 20, cast[held.Holder].Side));
        var added = new AddHeld(held.Certification, held.Number, calendar.Day(held.Issued), held.Expires is { } end ? calendar.Day(end) : null);
        var id = (await portal.SendAsync(me, at, added, ct)).Value;
        if (held.HasPaper)
        {
            var paper = SamplePapers.Certificate(cast[held.Holder]);
            using var content = new MemoryStream(paper.Content);
            await portal.SendAsync(me, at, new UploadHeldFile(id, new SentFile(paper.FileName, paper.Type, content.Length, content)), ct);
        }
    }

    public async Task TellAsync(WorldCase story, CancellationToken ct)
    {
        var (me, holder) = (cast.Candidate(story.Holder), cast[story.Holder]);
        var sentAt = calendar.At(story.Sent, 20, holder.Side);
        var id = (await portal.SendAsync(me, calendar.At(story.Sent, 19, holder.Side), new StartCase(await VersionAsync(story, sentAt, ct)), ct)).Value;
        await portal.SendAsync(me, sentAt, new SubmitCase(id, holder.DisplayName, true), ct);
        var host = await portal.ReadAsync(db => db.RecognitionCases.Where(c => c.Id == id).Select(c => c.HostGovernment).SingleAsync(ct));
        foreach (var step in Road(story, host, holder.Language))
        {
            await portal.SendAsync(step.Who, step.At, step.Make(id, await TokenAsync(id, ct)), ct);
        }
    }

    private IEnumerable<Move> Road(WorldCase story, Government host, string language)
    {
        var (words, officer) = (world.CaseWords, Officer(host));
        Move Host(int after, Func<Guid, long, ICommand<Result>> make) => new(officer, calendar.At(WorkDay(story.Sent + after), 11, host), make);
        IEnumerable<Move> checks = Sections.Select(s => Host(Checked, (id, token) => Check(id, token, s, story.Failure, host)));
        IEnumerable<Move> completed = [Host(Completed, (id, token) => new ConfirmFile(id, token))];
        IEnumerable<Move> verifying = [.. completed, .. checks, Host(Verifying, (id, token) => new AskVerification(id, token, words.Authorities[host.Other()].In(Language(host)), VerificationChannel.OnlineRegister, words.Inquiry.In(Language(host))))];
        IEnumerable<Move> granted =
        [
            .. verifying,
            new(Officer(host.Other()), calendar.At(WorkDay(story.Sent + Answered), 11, host.Other()), (id, token) => new AnswerVerification(id, token, true, words.Standing.In(Language(host.Other())))),
            Host(Decided, (id, token) => new GrantRecognition(id, token, words.Granted.Ja, words.Granted.En)),
        ];
        return story.Stage switch
        {
            WorldCaseStage.Submitted => [],
            WorldCaseStage.Completed => completed,
            WorldCaseStage.Asked => [.. completed, .. checks, Host(Asked, (id, token) => new AskInformation(id, token, words.Question.In(language)))],
            WorldCaseStage.Declined => [.. completed, .. checks, Host(Declined, (id, token) => new DeclineRecognition(id, token, words.Declined.Ja, words.Declined.En, words.Remedy.Ja, words.Remedy.En))],
            WorldCaseStage.Verification => verifying,
            WorldCaseStage.Chosen => [.. granted, new(cast.Candidate(story.Holder), calendar.At(story.Sent + Chosen, 20, cast[story.Holder].Side), (id, _) => new ChooseMeasure(id, [1]))],
            _ => granted,
        };
    }

    private static IEnumerable<CaseSection> Sections => Enum.GetValues<CaseSection>().Where(s => s != CaseSection.Standing);

    /// <summary>The day, or the Friday before a weekend.</summary>
    private int WorkDay(int day) => calendar.Day(day).DayOfWeek switch { DayOfWeek.Saturday => day - 1, DayOfWeek.Sunday => day - 2, _ => day };

    private RecordCheck Check(Guid id, long token, CaseSection section, FailureReason? found, Government host)
    {
        var failure = found?.Section() == section ? found : null;
        return new(id, token, section, failure is null, failure, failure is null ? "" : world.CaseWords.Found.In(Language(host)));
    }

    private Actor Officer(Government side) => cast.Member(side, Role.RecognitionCaseOfficer, 0);

    private static string Language(Government side) => side == Government.Japan ? "ja" : "en";

    private Task<Guid> VersionAsync(WorldCase story, DateTimeOffset at, CancellationToken ct) => portal.ReadAsync(db => db.Equivalences
        .Where(e => e.SourceKey == story.Source && e.TargetCode == story.Target).SelectMany(e => e.Periods)
        .Where(p => p.State == PeriodState.InForce && p.From <= at && at < p.Until).Select(p => p.VersionId).FirstAsync(ct));

    private Task<long> TokenAsync(Guid id, CancellationToken ct) => portal.ReadAsync(db => db.RecognitionCases.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(ct));

    private sealed record Move(Actor Who, DateTimeOffset At, Func<Guid, long, ICommand<Result>> Make);
}
