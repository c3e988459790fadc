namespace Portal.Application.Fellowships.Domain;

/// <summary>The dry run of a release: what will happen to how many cases. Withdrawn cases stay on the agreed list but get neither status nor mail.</summary>
public sealed record ReleaseRehearsal(int Cases, int Offers, int Reserves, int NotProposed, int Withdrawn, int Mails, bool Matches)
{
    public static ReleaseRehearsal Of(AwardList list, IReadOnlyCollection<FellowshipApplication> cases)
    {
        var byId = cases.ToDictionary(a => a.Id);
        int With(FellowshipApplicationStatus status) => list.Entries.Count(e => byId.TryGetValue(e.ApplicationId, out var a) && a.Status == status);
        var (offers, reserves, passed, withdrawn) = (
            With(FellowshipApplicationStatus.Proposed), With(FellowshipApplicationStatus.Reserve),
            With(FellowshipApplicationStatus.NotProposed), With(FellowshipApplicationStatus.Withdrawn));
        var mails = offers + reserves + passed;
        var agree = list.Entries.All(e => byId.TryGetValue(e.ApplicationId, out var a) && Fits(e.Outcome, a.Status));
        return new(list.Entries.Count, offers, reserves, passed, withdrawn, mails, agree && mails + withdrawn == list.Entries.Count);
    }

    private static bool Fits(AwardOutcome outcome, FellowshipApplicationStatus status) => status == FellowshipApplicationStatus.Withdrawn || outcome switch
    {
        AwardOutcome.Offer => status == FellowshipApplicationStatus.Proposed,
        AwardOutcome.Reserve => status == FellowshipApplicationStatus.Reserve,
        _ => status == FellowshipApplicationStatus.NotProposed,
    };
}
