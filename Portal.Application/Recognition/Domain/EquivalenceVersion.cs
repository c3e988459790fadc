using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;
using Step = Portal.Application.Recognition.Domain.EquivalenceStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// One version of one decision, from the proposal to both signatures. Computation advises and people decide: nobody judges their own
/// work, whoever rated it does not sign it, and both governments sign the same content.
/// </summary>
public sealed partial class EquivalenceVersion : Aggregate
{
    private readonly List<Signature> _signatures = [];
    private readonly List<Reviewer> _reviewers = [];
    private readonly List<Rating> _ratings = [];

    private EquivalenceVersion() { }

    public Guid EquivalenceId { get; private set; }

    /// <summary>1, 2, … within one equivalence.</summary>
    public int Number { get; private set; }

    /// <summary>The version that this one is to replace.</summary>
    public Guid? SupersedesId { get; private set; }
    public Status Status { get; private set; }
    public EquivalenceContent Content { get; private set; } = null!;

    /// <summary>Why the figures are what they are, line by line; null before they are computed.</summary>
    public CoverageReport? Report { get; private set; }
    public Guid ProposerId { get; private set; }

    /// <summary>Null for a proposal that ships with the portal: nobody has taken it up yet.</summary>
    public Government? ProposedBy { get; private set; }
    public string? ReturnReason { get; private set; }

    /// <summary>1 with the first blind review, 2 when agreement was too low.</summary>
    public int Round { get; private set; }

    /// <summary>How far the reviewers of the last closed round agreed; null before.</summary>
    public AgreementSummary? Agreement { get; private set; }
    public IReadOnlyList<Adjudication> Adjudications { get; private set; } = [];
    public IReadOnlyList<Signature> Signatures => _signatures;
    public IReadOnlyList<Reviewer> Reviewers => _reviewers;
    public IReadOnlyList<Rating> Ratings => _ratings;

    public override string StatusName => Status.ToString();

    /// <summary>What ships with the portal is nobody's act; its history begins when somebody takes it up.</summary>
    public override bool IsOnRecord => ProposedBy is not null || Status != Status.Proposed;

    /// <summary>What both governments sign: the pair and the whole content.</summary>
    public string ContentHash(Equivalence equivalence) =>
        Shared.ContentHash.Of(new { equivalence.Number, equivalence.Source, equivalence.Target, Version = Number, Content, Adjudications });

    /// <param name="number">One above the last version of the equivalence.</param>
    public static EquivalenceVersion Propose(Equivalence equivalence, int number, Guid? supersedes, IReadOnlyList<string> scope, Actor actor)
    {
        var version = new EquivalenceVersion
        {
            EquivalenceId = equivalence.Id, Number = number, SupersedesId = supersedes, ProposerId = actor.UserId,
            Content = EquivalenceContent.Proposal(scope).Cleaned(),
        };
        version.Row(Step.Propose, actor);
        version.ProposedBy = actor.Agency;
        return version;
    }

    /// <summary>A pair that was found worth looking at when the portal was made; no government has said anything about it.</summary>
    public static EquivalenceVersion Starting(Equivalence equivalence, IReadOnlyList<string> scope) =>
        new() { EquivalenceId = equivalence.Id, Number = 1, Content = EquivalenceContent.Proposal(scope).Cleaned() };

    /// <summary>Pins the scope and the figures, computed from what is recorded now, with their explanation.</summary>
    /// <remarks>Whoever does it first for a proposal that ships with the portal takes it up and is its proposer.</remarks>
    /// <exception cref="RefusedException">No work role is named.</exception>
    public void Compute(IReadOnlyList<string> scope, CoverageReport report, Actor actor)
    {
        Move(Step.Compute, actor);
        if (scope.Count == 0)
        {
            throw new RefusedException(new Error("Recognition.Equivalence.ScopeMissing", nameof(EquivalenceContent.Scope)));
        }

        if (ProposedBy is null)
        {
            (ProposerId, ProposedBy) = (actor.UserId, actor.Agency);
        }

        Report = report;
        Content = (Content with { Scope = scope, RequirementSetId = report.RequirementSetId, Coverage = report.Figures }).Cleaned();
    }

    /// <summary>
    /// Writes the text that is to be signed, on figures computed once more with the confidence that the review settled. A change of a
    /// drafted text voids every key turned so far and says so to both desks.
    /// </summary>
    /// <exception cref="RefusedException">Something that a decision needs is missing.</exception>
    public void Draft(EquivalenceContent content, CoverageReport report, CoverageRules rules, Actor actor)
    {
        var row = Row(Step.Draft, actor);
        RequireAdjudicated();
        RequireJudgedByOthers(report);
        var cleaned = content.Cleaned() with { Scope = Content.Scope, RequirementSetId = report.RequirementSetId, Coverage = report.Figures };
        if (EquivalenceReadiness.Problems(cleaned, rules) is [var first, ..])
        {
            throw new RefusedException(first);
        }

        (Status, Content, Report, ReturnReason) = (row.To, cleaned, report, null);
        VoidKeys();
        Raise(new EquivalenceDrafted(Id));
    }

    /// <summary>Turns one government's key. The second one puts the decision on the calendar of its equivalence; true then.</summary>
    /// <exception cref="RefusedException">The signer took part in it, the text changed since it was shown, or its first day has come without both keys.</exception>
    public bool Sign(Equivalence equivalence, string seenHash, Actor actor, DateTimeOffset now)
    {
        var row = Row(Step.Sign, actor);
        RequireNoBar(Step.Sign, actor);
        if (Content.ValidFrom!.Value.Instant <= now)
        {
            throw new RefusedException(new Error("Recognition.Sign.BeginsInThePast", nameof(Content.ValidFrom)), this);
        }

        var isJoint = _signatures.Sign(nameof(Step.Sign), seenHash, ContentHash(equivalence), actor, now, this);
        Touch();
        if (!isJoint)
        {
            Raise(new EquivalenceSigned(Id, actor.Agency!.Value));
            return false;
        }

        (Status, ReviewDueOn) = (row.To, Content.ReviewDueOn);
        equivalence.Publish(this, SupersedesId, now);
        return true;
    }

    /// <summary>Sends it back to the evidence with a reason; keys, adjudications and the round so far are void.</summary>
    public void Return(string reason, Actor actor)
    {
        Move(Step.Return, actor);
        (ReturnReason, Adjudications, Agreement) = (reason, [], null);
        VoidKeys();
    }

    /// <summary>Evidence that counts in its figures was withdrawn by both governments: report, adjudications and keys are void, and the figures are computed anew.</summary>
    internal void LoseEvidence(string reason, Actor actor)
    {
        Move(Step.LoseEvidence, actor);
        (ReturnReason, Adjudications, Agreement, Report) = (reason, [], null, null);
        Content = Content with { Coverage = null };
        VoidKeys();
        Raise(new EquivalenceEvidenceLost(Id));
    }

    public void Drop(string reason, Actor actor)
    {
        Move(Step.Drop, actor);
        ReturnReason = reason;
    }

    public bool HasSigned(Government government) => _signatures.Exists(s => s.Government == government);

    public IEnumerable<Step> StepsFor(Actor actor) =>
        EquivalenceWorkflow.Rules.Open(Status, actor, actor.AgencyParty)
            .Where(s => s is not (Step.Propose or Step.LoseEvidence) && BarOf(s, actor.UserId) is null)
            .Where(s => s is not Step.Sign || (actor.Agency is { } mine && !HasSigned(mine)))
            .Where(s => s is not Step.Rate || MySeat(actor) is not { HasConflict: true } and not { HandedInAt: not null });

    private Transition<Status, Step> Row(Step step, Actor actor) => EquivalenceWorkflow.Rules.Require(Status, step, actor, actor.AgencyParty, this);

    private void Move(Step step, Actor actor) => Status = Row(step, actor).To;

    private void VoidKeys()
    {
        if (_signatures.Count > 0)
        {
            _signatures.Clear();
            Raise(new EquivalenceKeysVoided(Id));
        }

        Touch();
    }
}
