using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;

namespace Portal.Infrastructure.Demonstration;

/// <summary>Takes one application from its start to the end of screening; the award list does the rest.</summary>
/// <param name="start">Day on which the candidate began.</param>
internal sealed class ApplicationStory(
    PastPortal portal, Cast cast, WorldCalendar calendar, SamplePapers papers, FellowshipCall call, WorldApplication story, int start)
{
    private const int Sent = 3, Screened = 7, AskedAgain = 5, Corrected = 6, TimeToCorrect = 14, AskedNow = -3;

    private readonly WorldCandidate _candidate = cast[story.Candidate];
    private Guid _id;

    private Actor Me => cast.Candidate(_candidate.Key);

    public async Task<Guid> TellAsync(CancellationToken ct)
    {
        _id = (await portal.SendAsync(Me, At(start, 19), new StartApplication(call.Id, _candidate.Side), ct)).Value;
        await FillAsync(ct);
        if (story.Ends == Status.Draft)
        {
            return _id;
        }

        if (story.Withdrawn != Status.Draft)
        {
            await SendAsync(ct);
        }

        if (story is { Ends: Status.Withdrawn, Withdrawn: not Status.Proposed })
        {
            await portal.SendAsync(Me, At(start + Screened + 1, 8), new WithdrawApplication(_id), ct);
        }

        return _id;
    }

    private async Task SendAsync(CancellationToken ct)
    {
        var isLast = story is { Ends: Status.Submitted, Lately: true };
        await portal.SendAsync(Me, isLast ? calendar.JustNow : At(start + Sent, 21), new SubmitApplication(_id, true), ct);
        if (story.Corrected is { } corrected)
        {
            await AskAsync([.. corrected.Keys], "", start + AskedAgain, ct);
            await CorrectAsync(corrected, ct);
        }

        if (story.Ends != Status.Submitted && story.Withdrawn != Status.Submitted)
        {
            await ScreenAsync(ct);
        }
    }

    private async Task ScreenAsync(CancellationToken ct)
    {
        var officer = cast.Officer(_candidate.Side);
        var at = calendar.At(start + Screened, 14, _candidate.Side);
        switch (story.Ends)
        {
            case Status.ReturnedForCorrection:
                await AskAsync(story.Fields!, story.Note!, story.Lately ? 0 : AskedNow, ct);
                break;
            case Status.ScreenedOut:
                await portal.SendAsync(officer, at, new ScreenOut(_id, await VersionAsync(ct), story.Reason, story.Note!), ct);
                break;
            default:
                await portal.SendAsync(officer, at, new ScreenIn(_id, await VersionAsync(ct)), ct);
                break;
        }
    }

    private async Task AskAsync(IReadOnlyList<string> fields, string note, int day, CancellationToken ct)
    {
        var words = note.Length > 0 ? note : papers.AskToCorrect(_candidate.Language);
        var at = calendar.At(day, 15, _candidate.Side);
        var command = new ReturnForCorrection(_id, await VersionAsync(ct), fields, words, calendar.Day(day + TimeToCorrect));
        await portal.SendAsync(cast.SecondOfficer(_candidate.Side), at, command, ct);
    }

    private async Task CorrectAsync(IReadOnlyDictionary<string, string> corrected, CancellationToken ct)
    {
        foreach (var (section, answers) in _candidate.Answers.Where(a => a.Value.Keys.Intersect(corrected.Keys).Any()))
        {
            await SaveAsync(section, answers.ToDictionary(a => a.Key, a => corrected.GetValueOrDefault(a.Key) ?? a.Value), start + Corrected, 20, ct);
        }

        foreach (var (key, value) in corrected.Where(c => _candidate.Answers.Values.All(a => !a.ContainsKey(c.Key))))
        {
            await SaveAsync(Section.ResearchPlan, new Dictionary<string, string?> { [key] = value }, start + Corrected, 20, ct);
        }

        await portal.SendAsync(Me, At(start + Corrected, 21), new SubmitApplication(_id, true), ct);
    }

    /// <summary>A draft stops half way: the plan is begun, the papers and the call's questions are missing.</summary>
    private async Task FillAsync(CancellationToken ct)
    {
        var form = new ApplicationForm(call.Content, _candidate.Side);
        var isDraft = story.Ends == Status.Draft;
        foreach (var (section, hour) in form.Sections.Where(s => s != Section.Documents).Take(isDraft ? 3 : int.MaxValue).Select((s, i) => (s, 10 + i)))
        {
            var typed = _candidate.Answers.TryGetValue(section, out var answers) ? answers : OwnAnswers.To(form, section, _candidate);
            await SaveAsync(section, typed, start + 1, hour, ct);
        }

        if (!isDraft)
        {
            await UploadAsync(form, ct);
        }
    }

    private async Task UploadAsync(ApplicationForm form, CancellationToken ct)
    {
        foreach (var field in form.Sections.SelectMany(s => form.Fields(s, Answers.Empty)).Where(f => f.Kind == FieldKind.File))
        {
            var paper = field.Key switch
            {
                "documents.cv" => papers.Cv(_candidate),
                "documents.transcript" => papers.Transcript(_candidate),
                "documents.other" => SamplePapers.Certificate(_candidate),
                _ => papers.Letter(_candidate),
            };
            using var content = new MemoryStream(paper.Content);
            var command = new UploadDocument(_id, field.Section, field.Key, paper.FileName, paper.Type, content.Length, content);
            await portal.SendAsync(Me, At(start + 2, 18), command, ct);
        }
    }

    private async Task SaveAsync(Section section, IReadOnlyDictionary<string, string?> typed, int day, int hour, CancellationToken ct)
    {
        var version = await portal.ReadAsync(db => db.FellowshipApplications.Where(a => a.Id == _id)
            .SelectMany(a => a.Sections).Where(s => s.Kind == section).Select(s => s.Version).FirstOrDefaultAsync(ct));
        await portal.SendAsync(Me, At(day, hour), new SaveSection(_id, section, typed, version, true), ct);
    }

    private async Task<long> VersionAsync(CancellationToken ct) =>
        await portal.ReadAsync(db => db.FellowshipApplications.Where(a => a.Id == _id).Select(a => a.Version).SingleAsync(ct));

    private DateTimeOffset At(int day, int hour) => calendar.At(day, hour, _candidate.Side);
}
