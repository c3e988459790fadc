using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.AwardListStatus;

namespace Portal.Tests.Support;

/// <summary>An award list with its call, its cases and the people of both desks. Time passes with each step.</summary>
internal sealed class AwardListStory
{
    /// <param name="cases">How many screened-in cases: the first an offer, the second on reserve, the others not proposed.</param>
    public AwardListStory(FellowshipCall call, int cases)
        : this(call, [.. Enumerable.Range(0, cases).Select(_ => TestData.Story(a => a.ScreenedIn(), call))], AwardOutcome.Offer, AwardOutcome.Reserve) { }

    /// <param name="outcomes">By the order of the cases; those without one are not proposed.</param>
    public AwardListStory(FellowshipCall call, IReadOnlyList<ApplicationStory> stories, params AwardOutcome[] outcomes)
    {
        (Call, Stories, Now) = (call, stories, call.Content.ClosesAt.Instant.AddDays(1));
        List = AwardList.Draft(call, Cases, OfficerOf(Government.Japan), Now);
        List.Edit(Entries(outcomes), call.Content.Awards, OfficerOf(Government.UnitedStates));
    }

    public FellowshipCall Call { get; }
    public IReadOnlyList<ApplicationStory> Stories { get; }
    public AwardList List { get; }
    public DateTimeOffset Now { get; private set; }
    public IReadOnlyList<FellowshipApplication> Cases => [.. Stories.Select(s => s.Application)];

    /// <summary>What an officer sees before confirming.</summary>
    public ReleaseRehearsal Rehearsal => ReleaseRehearsal.Of(List, Cases);

    public string ReleaseHash => List.ReleaseHash(Rehearsal);

    public IReadOnlyList<AwardEntry> Entries(params AwardOutcome[] outcomes)
    {
        var rank = 0;
        return [.. Cases.Select((c, i) => i < outcomes.Length ? outcomes[i] : AwardOutcome.NotProposed)
            .Zip(Cases, (outcome, c) => new AwardEntry(c.Id, c.Number, outcome, outcome == AwardOutcome.Reserve ? ++rank : null))];
    }

    public AwardListStory To(Status status)
    {
        while (List.Status < status)
        {
            Advance();
        }

        return this;
    }

    public void Propose() => List.Propose(Cases, Call.Content.Awards, OfficerOf(Government.Japan));

    public void Agree(Government government) => List.Agree(List.ContentHash, Actors.Official(government), Now);

    public void Stage() => List.Stage(new Deadline(Now.AddDays(14), Call.Content.ClosesAt.Zone), OfficerOf(Government.UnitedStates), Now);

    public bool Confirm(Government government) => List.Release(ReleaseHash, Cases, OfficerOf(government), Now);

    public void Return() => List.Return("順位を見直してください。", Cases, Actors.Official(Government.Japan));

    public void Wait(TimeSpan time) => Now += time;

    private static Actor OfficerOf(Government government) => Actors.Officer(government);

    private void Advance()
    {
        switch (List.Status)
        {
            case Status.Draft:
                Propose();
                break;
            case Status.Proposed:
                Both(Agree);
                break;
            case Status.Agreed:
                Stage();
                break;
            default:
                Both(g => Confirm(g));
                break;
        }
    }

    private static void Both(Action<Government> key)
    {
        foreach (var government in Governments.Both)
        {
            key(government);
        }
    }
}
