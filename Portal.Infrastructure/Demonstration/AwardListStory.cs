using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;

namespace Portal.Infrastructure.Demonstration;

/// <summary>Takes the award list of a closed call as far as the world wants it, and the offers after it.</summary>
internal sealed class AwardListStory(
    PastPortal portal, Cast cast, WorldCalendar calendar, WorldCall call, Guid callId, IReadOnlyList<(WorldApplication Story, Guid Id)> cases)
{
    /// <summary>Days after the closing.</summary>
    private const int Drafted = 5, Edited = 6, Proposed = 7, FirstKey = 9, SecondKey = 10, Staged = 12, FirstConfirmed = 13, Confirmed = 14, Answered = 17;

    private Guid _id;

    private Government First => call.WrittenBy;

    private Government Second => call.WrittenBy.Other();

    public async Task TellAsync(CancellationToken ct)
    {
        var stage = call.List ?? WorldListStage.None;
        (WorldListStage From, Func<CancellationToken, Task> Step)[] steps =
        [
            (WorldListStage.Draft, DraftAsync),
            (WorldListStage.Proposed, ProposeAsync),
            (WorldListStage.OneKey, c => SignAsync(First, FirstKey, c)),
            (WorldListStage.Agreed, c => SignAsync(Second, SecondKey, c)),
            (WorldListStage.Staged, StageAsync),
            (WorldListStage.Released, c => ConfirmAsync(Second, Confirmed, c)),
            (WorldListStage.Released, AnswerAsync),
        ];
        foreach (var (_, step) in steps.Where(s => s.From <= stage))
        {
            await step(ct);
        }
    }

    private async Task DraftAsync(CancellationToken ct)
    {
        var officer = cast.Officer(First);
        _id = (await portal.SendAsync(officer, At(Drafted, First), new DraftAwardList(callId), ct)).Value;
        var choices = cases.Where(c => Outcome(c.Story) is not null)
            .GroupBy(c => Outcome(c.Story)!.Value)
            .SelectMany(g => g.Select((c, i) => new AwardChoice(c.Id, g.Key, g.Key == AwardOutcome.Reserve ? i + 1 : null)));
        await portal.SendAsync(officer, At(Edited, First), new EditAwardList(_id, (await ListAsync(ct)).Version, [.. choices]), ct);
    }

    private async Task ProposeAsync(CancellationToken ct)
    {
        await portal.SendAsync(cast.Officer(First), At(Proposed, First), new ProposeAwardList(_id, (await ListAsync(ct)).Version), ct);
        foreach (var (story, id) in cases.Where(c => c.Story is { Ends: Status.Withdrawn, Withdrawn: Status.Proposed }))
        {
            await portal.SendAsync(cast.Candidate(story.Candidate), At(Proposed + 1, cast[story.Candidate].Side), new WithdrawApplication(id), ct);
        }
    }

    private async Task SignAsync(Government side, int day, CancellationToken ct) =>
        await portal.SendAsync(cast.Official(side), At(day, side), new SignAwardList(_id, (await ListAsync(ct)).ContentHash), ct);

    private async Task StageAsync(CancellationToken ct)
    {
        var version = (await ListAsync(ct)).Version;
        await portal.SendAsync(cast.Officer(First), At(Staged, First), new StageRelease(_id, version, calendar.Day(call.AnswerBy!.Value)), ct);
        await ConfirmAsync(First, FirstConfirmed, ct);
    }

    private async Task ConfirmAsync(Government side, int day, CancellationToken ct)
    {
        var list = await ListAsync(ct);
        var listed = await portal.ReadAsync(db => db.FellowshipApplications.AsNoTracking().Where(a => a.CallId == callId && a.SubmittedAt != null).ToListAsync(ct));
        await portal.SendAsync(cast.Officer(side), At(day, side), new ConfirmRelease(_id, list.ReleaseHash(ReleaseRehearsal.Of(list, listed))), ct);
    }

    private async Task AnswerAsync(CancellationToken ct)
    {
        foreach (var ((story, id), day) in cases.Where(c => c.Story.Ends is Status.Accepted or Status.Declined).Select((c, i) => (c, Answered + i)))
        {
            await portal.SendAsync(cast.Candidate(story.Candidate), At(day, cast[story.Candidate].Side), new AnswerOffer(id, story.Ends == Status.Accepted), ct);
        }

        if (cases.Any(c => c.Story.Ends == Status.Lapsed))
        {
            await portal.SendAsync(Actor.System, calendar.Closing(call.AnswerBy!.Value, call.Zone).Instant, new LapseOffers(), ct);
        }
    }

    /// <summary>What the list says of a case; null for those that are not on it.</summary>
    private static AwardOutcome? Outcome(WorldApplication story) => story.Outcome ?? story.Ends switch
    {
        Status.Proposed or Status.Offered or Status.Accepted or Status.Declined or Status.Lapsed => AwardOutcome.Offer,
        Status.Reserve => AwardOutcome.Reserve,
        Status.NotProposed => AwardOutcome.NotProposed,
        _ => null,
    };

    private DateTimeOffset At(int day, Government office) => calendar.At(call.Closes + day, 11, office);

    private async Task<AwardList> ListAsync(CancellationToken ct) =>
        await portal.ReadAsync(db => db.AwardLists.AsNoTracking().SingleAsync(l => l.Id == _id, ct));
}
