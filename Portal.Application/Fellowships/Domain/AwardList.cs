using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.AwardListStatus;
using Step = Portal.Application.Fellowships.Domain.AwardListStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>The outcome of one call: drafted by an officer of either government, agreed by both deciding officials on one hash, released by officers of both.</summary>
public sealed class AwardList : Aggregate
{
    private readonly List<Signature> _signatures = [];

    private AwardList() { }

    public Guid CallId { get; private set; }
    public Status Status { get; private set; }
    public IReadOnlyList<AwardEntry> Entries { get; private set; } = [];

    /// <summary>Set when the release is staged: the instant by which offers are answered.</summary>
    public Deadline? AnswerBy { get; private set; }
    public string? ReturnReason { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }
    public IReadOnlyList<Signature> Signatures => _signatures;

    public override string StatusName => Status.ToString();

    /// <summary>What the officials sign: the call and every entry.</summary>
    public string ContentHash => Shared.ContentHash.Of(new { CallId, Entries });

    /// <summary>What the officers confirm: the agreed list, the answer-by instant and the rehearsed counts.</summary>
    public string ReleaseHash(ReleaseRehearsal rehearsal) => Shared.ContentHash.Of(new { ContentHash, AnswerBy, rehearsal });

    /// <summary>Starts the list of a closed call. Every screened-in application stands on it, first as not proposed.</summary>
    public static AwardList Draft(FellowshipCall call, IReadOnlyCollection<FellowshipApplication> screenedIn, Actor actor, DateTimeOffset now)
    {
        var list = new AwardList { CallId = call.Id };
        list.Row(Step.Edit, actor);
        if (call.PhaseAt(now) != CallPhase.Closed)
        {
            throw new RefusedException("Fellowships.AwardList.CallNotClosed");
        }

        list.Entries = Sorted(screenedIn.Select(a => new AwardEntry(a.Id, a.Number, AwardOutcome.NotProposed, null)));
        return list;
    }

    public void Edit(IEnumerable<AwardEntry> entries, int awards, Actor actor)
    {
        var row = Row(Step.Edit, actor);
        var changed = Sorted(entries.DistinctBy(e => e.ApplicationId));
        RequireSound(changed, awards);
        (Status, Entries) = (row.To, changed);
    }

    /// <summary>Puts the list before both officials and moves its cases.</summary>
    /// <param name="cases">The call's applications that were submitted and not withdrawn.</param>
    /// <exception cref="RefusedException">Cases are still being screened, or the list and the screened-in cases differ.</exception>
    public void Propose(IReadOnlyCollection<FellowshipApplication> cases, int awards, Actor actor)
    {
        var row = Row(Step.Propose, actor);
        if (cases.Any(a => a.Status is FellowshipApplicationStatus.Submitted or FellowshipApplicationStatus.ReturnedForCorrection))
        {
            throw new RefusedException("Fellowships.AwardList.StillScreening");
        }

        var screenedIn = cases.Where(a => a.Status == FellowshipApplicationStatus.ScreenedIn).ToDictionary(a => a.Id);
        if (!screenedIn.Keys.ToHashSet().SetEquals(Entries.Select(e => e.ApplicationId)))
        {
            throw new RefusedException("Fellowships.AwardList.CasesDiffer");
        }

        RequireSound(Entries, awards);
        foreach (var entry in Entries)
        {
            screenedIn[entry.ApplicationId].TakeOutcome(entry.Outcome, entry.Rank, actor);
        }

        (Status, ReturnReason) = (row.To, null);
        Raise(new AwardListProposed(Id));
    }

    /// <summary>Turns one official's key.</summary>
    public void Agree(string seenHash, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Agree, actor);
        var isJoint = _signatures.Sign(nameof(Step.Agree), seenHash, ContentHash, actor, now, this);
        Touch();
        if (isJoint)
        {
            Status = row.To;
            Raise(new AwardListAgreed(Id));
        }
        else
        {
            Raise(new AwardListSigned(Id, actor.Agency!.Value));
        }
    }

    /// <summary>Sends the list back to the officers; every key turned so far is void.</summary>
    public void Return(string reason, IEnumerable<FellowshipApplication> cases, Actor actor)
    {
        Move(Step.Return, actor);
        foreach (var application in cases.Where(IsOnHold))
        {
            application.Reconsider(actor);
        }

        _signatures.Clear();
        (ReturnReason, AnswerBy) = (reason, null);
        Touch();
        Raise(new AwardListReturned(Id));
    }

    /// <summary>Prepares the release, or prepares it again; earlier confirmations are void.</summary>
    public void Stage(Deadline answerBy, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Stage, actor);
        RequireTimeToAnswer(answerBy, now);
        Status = row.To;
        _signatures.RemoveAll(s => s.Purpose == nameof(Step.Release));
        AnswerBy = answerBy;
        Touch();
    }

    /// <summary>Turns one officer's key on the rehearsed release. The second key tells every candidate at this instant; true then.</summary>
    public bool Release(string seenHash, IReadOnlyCollection<FellowshipApplication> cases, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Release, actor);
        RequireTimeToAnswer(AnswerBy!.Value, now);
        var rehearsal = ReleaseRehearsal.Of(this, cases);
        if (!rehearsal.Matches)
        {
            throw new RefusedException(new Error("Fellowships.Release.CountsDiffer"), this);
        }

        var isJoint = _signatures.Sign(nameof(Step.Release), seenHash, ReleaseHash(rehearsal), actor, now, this);
        Touch();
        if (!isJoint)
        {
            return false;
        }

        (Status, ReleasedAt) = (row.To, now);
        foreach (var application in cases.Where(IsOnHold))
        {
            application.Release(AnswerBy!.Value, actor, now);
        }

        return true;
    }

    public bool HasSigned(Government government, Step step) =>
        _signatures.Exists(s => s.Government == government && s.Purpose == step.ToString());

    /// <summary>Whether this government's key is turned on what stands now and the other one's is awaited.</summary>
    public bool WaitsForOther(Government mine) => Status switch
    {
        Status.Proposed => HasSigned(mine, Step.Agree),
        Status.Staged => HasSigned(mine, Step.Release),
        _ => false,
    };

    public IEnumerable<Step> StepsFor(Actor actor) =>
        AwardListWorkflow.Rules.Open(Status, actor, actor.AgencyParty)
            .Where(s => s is not (Step.Agree or Step.Release) || (actor.Agency is { } mine && !HasSigned(mine, s)));

    internal static bool IsOnHold(FellowshipApplication application) =>
        application.Status is FellowshipApplicationStatus.Proposed or FellowshipApplicationStatus.Reserve or FellowshipApplicationStatus.NotProposed;

    private Transition<Status, Step> Row(Step step, Actor actor) =>
        AwardListWorkflow.Rules.Require(Status, step, actor, actor.AgencyParty, this);

    private void Move(Step step, Actor actor) => Status = Row(step, actor).To;

    // Also at the second key: a release staged long ago must not tell people of an offer that has lapsed.
    private static void RequireTimeToAnswer(Deadline answerBy, DateTimeOffset now)
    {
        if (answerBy.Instant <= now.AddDays(1))
        {
            throw new RefusedException(new Error("Fellowships.Stage.AnswerTooSoon", "AnswerOn"));
        }
    }

    private static IReadOnlyList<AwardEntry> Sorted(IEnumerable<AwardEntry> entries) => [.. entries.OrderBy(e => e.Number, StringComparer.Ordinal)];

    private static void RequireSound(IReadOnlyList<AwardEntry> entries, int awards)
    {
        if (entries.Count(e => e.Outcome == AwardOutcome.Offer) > awards)
        {
            throw new RefusedException(new Error("Fellowships.AwardList.TooManyOffers", "Entries", new Dictionary<string, object?> { ["Awards"] = awards }));
        }

        var ranks = entries.Where(e => e.Outcome == AwardOutcome.Reserve).Select(e => e.Rank ?? 0).Order().ToList();
        if (!ranks.SequenceEqual(Enumerable.Range(1, ranks.Count)))
        {
            throw new RefusedException(new Error("Fellowships.AwardList.RanksBroken", "Entries"));
        }
    }
}
