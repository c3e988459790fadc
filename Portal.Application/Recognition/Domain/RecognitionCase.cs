using System.Linq.Expressions;
using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>One holder's request for recognition under a published equivalence, from the draft to the decision and its review.</summary>
public sealed partial class RecognitionCase : Aggregate
{
    public const int NumberLength = 12;
    public const int NameLength = 200;

    private readonly List<CaseCertification> _certifications = [];
    private readonly List<EvidenceFile> _files = [];

    private RecognitionCase() { }

    /// <summary>For example RC-482913: says nothing about how many asked.</summary>
    public string Number { get; private set; } = "";
    public Guid HolderId { get; private set; }

    /// <summary>As it is to stand on the statement.</summary>
    public string HolderName { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public Guid EquivalenceId { get; private set; }
    public Guid EquivalenceVersionId { get; private set; }
    public Guid EquivalencePeriodId { get; private set; }

    /// <summary>Answers for the authority that issued the certification.</summary>
    public Government SourceGovernment { get; private set; }

    /// <summary>Decides.</summary>
    public Government HostGovernment { get; private set; }
    public Status Status { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>From here the months to the decision run.</summary>
    public DateTimeOffset? CompleteAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the holder last brought a renewed certificate in; null where that never happened.</summary>
    public DateTimeOffset? RenewedAt { get; private set; }

    /// <summary>When the decision is promised; null before the file is complete, and moved on by each stop of the clock.</summary>
    public Deadline? DecisionBy { get; private set; }

    /// <summary>By when the next move is due; null once nobody has one.</summary>
    public Deadline? NextBy { get; private set; }

    /// <summary>The same instant for work lists, which sort by it.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public IReadOnlyList<CaseCheck> Checks { get; private set; } = [];
    public IReadOnlyList<InformationRequest> Requests { get; private set; } = [];
    public VerificationRequest? Verification { get; private set; }
    public SecondOpinion? Opinion { get; private set; }
    public CaseDecision? Decision { get; private set; }
    public IReadOnlyList<CaseMeasure> Measures { get; private set; } = [];

    /// <summary>Until when a review of the refusal may be asked for.</summary>
    public Deadline? ReviewBy { get; private set; }
    public DecisionReview? Review { get; private set; }

    /// <summary>The officials who took part: none of them decides the review, and the second opinion is none of theirs.</summary>
    public IReadOnlyList<Guid> Participants { get; private set; } = [];

    /// <summary>Unique while the case is open: one per holder and version, also when two tabs start at once.</summary>
    public string? OpenKey { get; private set; }
    public IReadOnlyList<CaseCertification> Certifications => _certifications;
    public IReadOnlyList<EvidenceFile> Files => _files;

    /// <summary>The chain begins when it is sent: a draft is the holder's own.</summary>
    public override bool IsOnRecord => SubmittedAt is not null;

    public override string StatusName => Status.ToString();

    /// <summary>A refusal bars the same equivalence when one of its reasons says so; asking for its review lifts nothing.</summary>
    public bool BarsReapplication => Status is Status.Declined or Status.UnderReview && Decision?.Failures.Any(f => f.Kind() == FailureKind.NoReapplication) == true;

    public bool IsClockStopped => Status == Status.InformationRequested;

    public InformationRequest? OpenRequest => Requests is [.., { EndedAt: null } open] ? open : null;

    /// <param name="number">Drawn by the caller and unused.</param>
    public static RecognitionCase Start(string number, CaseBasis basis, IReadOnlyList<HeldCertification> held, Actor actor, DateTimeOffset now)
    {
        if (!actor.Has(Permission.AskForRecognition) || held.Any(h => h.HolderId != actor.UserId))
        {
            throw new ForbiddenException();
        }

        var started = new RecognitionCase
        {
            Number = number, HolderId = actor.UserId, EquivalenceId = basis.EquivalenceId, StartedAt = now,
        };
        started.Pin(basis, held);
        started.Open();
        return started;
    }

    /// <summary>Sends it: what is claimed now, and the period that holds now, are what the case is about from here on.</summary>
    /// <exception cref="RefusedException">A certification has no file, is suspended, or is past its last day.</exception>
    public void Submit(string name, CaseBasis basis, IReadOnlyList<HeldCertification> held, CaseCalendar calendar, Func<HeldCertification, HeldState> stateOf, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Submit, actor);
        RequirePapers(held, stateOf);
        Pin(basis, held);
        (Status, SubmittedAt) = (row.To, now);
        HolderName = CleanText.Line(name);
        SearchText = SearchKey.Fold($"{Number}|{HolderName}");
        Due(calendar.CompletenessBy(now));
        Raise(new RecognitionCaseMoved(Id, CaseTurn.Submitted));
    }

    /// <summary>The holder is that and nothing else: whoever joins an agency later never handles the own case.</summary>
    public Party PartyOf(Actor actor) => actor.UserId == HolderId
        ? Party.Applicant
        : (actor.IsAgencyOf(SourceGovernment) ? Party.SendingAgency : Party.None) | (actor.IsAgencyOf(HostGovernment) ? Party.HostAgency : Party.None);

    /// <summary>The holder sees the own case; the case desks of both governments see what was sent.</summary>
    public static Expression<Func<RecognitionCase, bool>> VisibleTo(Actor actor)
    {
        var readsCases = actor.Agency != null && actor.Has(Permission.ReadRecognitionCases);
        return x => x.HolderId == actor.UserId || (readsCases && x.SubmittedAt != null);
    }

    /// <summary>The buttons of the page.</summary>
    /// <param name="basis">Where the decision under it stands; without it nothing is closed.</param>
    public IEnumerable<Step> StepsFor(Actor actor, DateTimeOffset now, BasisPhase? basis = null) =>
        RecognitionCaseWorkflow.Rules.Open(Status, actor, PartyOf(actor)).Where(step => step switch
        {
            Step.AskInformation => Requests.Count == 0,
            Step.AskAgain => Requests is [_],
            Step.AnswerInformation => OpenRequest?.DueBy.IsPast(now) == false,
            Step.Resume => OpenRequest?.DueBy.IsPast(now) == true,
            Step.CloseVerification => Verification?.DueBy.IsPast(now) == true,
            Step.GiveSecondOpinion or Step.UpholdDecline or Step.VaryToGrant or Step.VaryToCondition => !Participants.Contains(actor.UserId),
            Step.ChooseMeasure => CaseMeasure.Choices(Measures).Count > 0,
            Step.Renew => !StandsAgainstRenewal,
            Step.FulfilMeasure => !HasChoice && !IsMeasureLost,
            Step.FailMeasure => Measures.Any(m => m.IsOpen),
            Step.Close => basis?.HasEnded == true && !(Status == Status.UnderReview && Participants.Contains(actor.UserId)),
            Step.AskReview => Review is null && ReviewBy?.IsPast(now) == false,
            _ => true,
        });

    private void Pin(CaseBasis basis, IReadOnlyList<HeldCertification> held)
    {
        (EquivalenceVersionId, EquivalencePeriodId) = (basis.VersionId, basis.PeriodId);
        (SourceGovernment, HostGovernment) = (basis.Source, basis.Source.Other());
        _certifications.Clear();
        _certifications.AddRange(held.Select(CaseCertification.Of));
        Touch();
    }

    private void Due(Deadline? by) => (NextBy, DueAt) = (by, by?.Instant);

    private void End(DateTimeOffset now)
    {
        (EndedAt, OpenKey) = (now, null);
        Due(null);
    }

    private void TakesPart(Actor actor) => Participants = Participants.Contains(actor.UserId) ? Participants : [.. Participants, actor.UserId];

    private Transition<Status, Step> Row(Step step, Actor actor) => RecognitionCaseWorkflow.Rules.Require(Status, step, actor, PartyOf(actor), this);

    private void Move(Step step, Actor actor) => Status = Row(step, actor).To;

    private RefusedException Refusal(string code, params (string Name, object? Value)[] slots) =>
        new(new Error(code, null, slots.ToDictionary(s => s.Name, s => s.Value)), this);
}
