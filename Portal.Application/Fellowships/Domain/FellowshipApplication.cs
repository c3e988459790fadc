using System.Linq.Expressions;
using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>One candidate's application to one call, from the first answer to the accepted offer.</summary>
public sealed partial class FellowshipApplication : Aggregate
{
    /// <summary>A longer key would not fit into an index of SQL Server (1,700 bytes).</summary>
    public const int MaxSortKey = 400;

    private readonly List<ApplicationSection> _sections = [];
    private readonly List<ApplicationDocument> _documents = [];
    private readonly List<ApplicationSubmission> _submissions = [];

    private FellowshipApplication() { }

    public Guid CallId { get; private set; }
    public Guid ApplicantId { get; private set; }

    /// <summary>Call code and six random digits, for example <c>CF27-004182</c>: says nothing about how many applied.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The candidate's declared side, which nominates.</summary>
    public Government SendingGovernment { get; private set; }
    public Government HostGovernment { get; private set; }
    public Status Status { get; private set; }
    public int FormRevision { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When the outcome reached the candidate; before it, the outcome stays inside.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When the next move is due: the promised decision, a correction, an answer to an offer. Work lists sort by it; null once the case has ended.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public Deadline? AnswerBy { get; private set; }
    public int? ReserveRank { get; private set; }
    public CorrectionRequest? Correction { get; private set; }
    public ScreeningReason? ScreenedOutFor { get; private set; }

    /// <summary>Written to the candidate with a screening-out.</summary>
    public string? ScreeningNote { get; private set; }

    /// <summary>Unique while the application is not withdrawn: one per person and call, also when two tabs start at once.</summary>
    public string? OpenKey { get; private set; }

    // The candidate's names as last sent, so that lists sort and search without opening the answers.
    public string NameJa { get; private set; } = "";
    public string NameEn { get; private set; } = "";
    public string SortJa { get; private set; } = "";
    public string SortEn { get; private set; } = "";
    public string SearchText { get; private set; } = "";

    public IReadOnlyList<ApplicationSection> Sections => _sections;
    public IReadOnlyList<ApplicationDocument> Documents => _documents;
    public IReadOnlyList<ApplicationSubmission> Submissions => _submissions;

    /// <summary>The chain begins at the submission: a draft is the candidate's own.</summary>
    public override bool IsOnRecord => SubmittedAt is not null;

    public override string StatusName => Status.ToString();

    public CandidateStatus CandidateStatus => Status.ForCandidate(ReleasedAt is not null);

    /// <param name="number">The six digits, drawn by the caller and unused in this call.</param>
    /// <exception cref="RefusedException">The call is not open, or does not take this side's candidates.</exception>
    public static FellowshipApplication Start(FellowshipCall call, Government side, int number, Actor actor, DateTimeOffset now)
    {
        if (!actor.Has(Permission.ApplyForFellowship))
        {
            throw new ForbiddenException();
        }

        if (call.PhaseAt(now) != CallPhase.Open)
        {
            throw new RefusedException("Fellowships.Application.CallNotOpen");
        }

        if (!call.Content.Sides.Contains(side))
        {
            throw new RefusedException(new Error("Fellowships.Start.SideNotTaken", "Side"));
        }

        return new FellowshipApplication
        {
            CallId = call.Id,
            ApplicantId = actor.UserId,
            Number = $"{call.Code}-{number:000000}",
            SendingGovernment = side,
            HostGovernment = side.Other(),
            FormRevision = call.FormRevision,
            StartedAt = now,
            OpenKey = $"{call.Id:N}{actor.UserId:N}",
        };
    }

    /// <summary>The applicant is that and nothing else: whoever joins an agency later never handles the own case.</summary>
    public Party PartyOf(Actor actor) => actor.UserId == ApplicantId
        ? Party.Applicant
        : (actor.IsAgencyOf(SendingGovernment) ? Party.SendingAgency : Party.None)
        | (actor.IsAgencyOf(HostGovernment) ? Party.HostAgency : Party.None)
        | actor.AgencyParty;

    /// <summary>The candidate sees the own application; the programme staff of both governments see what was submitted.</summary>
    public static Expression<Func<FellowshipApplication, bool>> VisibleTo(Actor actor)
    {
        var readsCases = actor.Agency != null && actor.Has(Permission.ReadFellowshipCases);
        return x => x.ApplicantId == actor.UserId || (readsCases && x.SubmittedAt != null);
    }

    /// <summary>The buttons of the page.</summary>
    public IEnumerable<Step> StepsFor(Actor actor, DateTimeOffset now) =>
        FellowshipApplicationWorkflow.Rules.Open(Status, actor, PartyOf(actor))
            .Where(step => step != Step.Withdraw || !(Status == Status.NotProposed && ReleasedAt is not null))
            .Where(step => step != Step.ScreenOut || !IsCorrectionRunning(now))
            .Where(step => step is not (Step.Accept or Step.Decline) || AnswerBy?.IsPast(now) != true);

    /// <summary>Whether the candidate can type into a section now.</summary>
    public bool CanEdit(Actor actor) => actor.UserId == ApplicantId && Status is (Status.Draft or Status.ReturnedForCorrection);

    public ApplicationSection? Section(Section kind) => _sections.Find(s => s.Kind == kind);

    public Answers AnswersOf(Section kind) => Section(kind)?.Answers ?? Answers.Empty;

    /// <summary>Whether the candidate's time is not over: the call's closing for a draft, the due instant for a correction, each with the hidden grace for requests already begun (S-47).</summary>
    public bool IsOnTime(FellowshipCall call, DateTimeOffset begunAt, DateTimeOffset now, TimeSpan grace) =>
        Correction is { DueBy: var due }
            ? !due.IsPast(now) || (!due.IsPast(begunAt) && now < due.Instant + grace)
            : call.Takes(begunAt, now, grace);

    /// <summary>Whose move it is; nobody's once the outcome is out and asks for no answer.</summary>
    public Party WhoMoves => ReleasedAt is not null && Status is (Status.Reserve or Status.NotProposed)
        ? Party.None
        : FellowshipApplicationWorkflow.Rules.WhoMoves(Status);

    /// <summary>The same as one word, stored so that work queues find their cases by an index. Always follows from the rest.</summary>
    public CaseMover Mover
    {
        get => SubmittedAt is null ? CaseMover.NotSent : CaseMovers.Of(WhoMoves, SendingGovernment);
        private set => _ = value;
    }

    private bool IsCorrectionRunning(DateTimeOffset now) => Correction?.DueBy.IsPast(now) == false;

    private Transition<Status, Step> Row(Step step, Actor actor) =>
        FellowshipApplicationWorkflow.Rules.Require(Status, step, actor, PartyOf(actor), this);

    private void Move(Step step, Actor actor) => Status = Row(step, actor).To;
}
