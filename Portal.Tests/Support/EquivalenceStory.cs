using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;

namespace Portal.Tests.Support;

/// <summary>One equivalence on its way, with everybody who takes part: brought to a status through the real aggregate.</summary>
internal sealed class EquivalenceStory
{
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);

    private readonly DateTimeOffset _now;

    public EquivalenceStory(Status status = Status.Proposed) : this(TestFramework(), null, null, Now) => BringTo(Version, status);

    /// <summary>On a pair that stands already, in a framework with a task, a knowledge and a skill at least; the next one of its requirement sets.</summary>
    public EquivalenceStory(Framework framework, Equivalence? equivalence, EquivalenceVersion? version, DateTimeOffset now, int set = 1)
    {
        (Framework, _now) = (framework, now);
        Statements = framework.Elements.ToDictionary(e => e.Code);
        Equivalence = equivalence ?? Equivalence.Between("EQ-000001", EquivalenceSource.Of("JP-RISS"), Government.Japan, Target, Proposer);
        var (task, knowledge, skill) = (First(FrameworkElementKind.Task), First(FrameworkElementKind.Knowledge), First(FrameworkElementKind.Skill));
        (Covered, Gap) = ([task, knowledge], skill);
        Requirements = RequirementSet.Define(Framework.Id, Equivalence.Target, set, [new(task, 2, 3, true), new(knowledge, 1, 3, false), new(skill, 1, 3, false)], Statements, Proposer, now);
        Version = version ?? EquivalenceVersion.Propose(Equivalence, 1, null, ["OG-WRL-014"], Proposer);
    }

    /// <summary>As proposed, but three rows are enough to speak of agreement.</summary>
    public static AgreementRules Rules { get; } = AgreementRules.Proposed2026 with { FewestUnits = 3 };

    public static Target Target { get; } = new(TargetKind.Certification, "CISSP");

    public Actor Proposer { get; } = Staff(Role.RecognitionOfficer, Government.Japan);
    public Actor Adjudicator { get; } = Staff(Role.RecognitionOfficer, Government.UnitedStates);
    public IReadOnlyList<Actor> Reviewers { get; } =
        [.. new[] { Government.Japan, Government.Japan, Government.UnitedStates, Government.UnitedStates }.Select(g => Staff(Role.RecognitionReviewer, g))];

    public IReadOnlyDictionary<Government, Actor> Signatories { get; } = Governments.Both.ToDictionary(g => g, g => Staff(Role.RecognitionSignatory, g));

    public Framework Framework { get; }
    public IReadOnlyDictionary<string, FrameworkElement> Statements { get; }
    public RequirementSet Requirements { get; }
    public Equivalence Equivalence { get; }
    public EquivalenceVersion Version { get; }

    /// <summary>The two statements that the source covers, and the one that it does not.</summary>
    public IReadOnlyList<string> Covered { get; }
    public string Gap { get; }

    public string Hash => Version.ContentHash(Equivalence);

    /// <summary>What the report names as counted.</summary>
    public IReadOnlyList<Guid> Evidence { get; set; } = [];

    /// <summary>Covers two of three statements, 75 % by weight.</summary>
    public CoverageReport Report => Computed with { Evidence = Evidence };

    private CoverageReport Computed => CoverageReport.Of(Requirements.Id, Coverage.Of(new(
        new SourceExpression.One(new CoverageSource(Equivalence.SourceKey, [.. Covered.Select(Claim)])),
        new CoverageTarget(Equivalence.TargetCode, [.. Requirements.Rows.Select(r => new CoverageRequirement(r.Statement, Statements[r.Statement].Kind, (double)r.Weight, r.Level, r.IsCritical, []))]),
        [], CoverageRules.Proposed2026, new DateOnly(2026, 11, 2))), null, new Dictionary<Guid, RecordedEvidence>());

    /// <summary>A decision that the figures (75 %, no critical gap) suggest.</summary>
    public static EquivalenceContent Decision(int firstDay = 10, int days = 365, params string[] scope) => EquivalenceContent.Proposal(scope) with
    {
        Decision = DecisionType.Conditional,
        Statement = new ReviewedText("条件付きで認めます。", "Recognised with a condition.", true, true),
        Rationale = new ReviewedText("実技が試験にありません。", "The exam has no practical part.", true, true),
        Differences = [new(DifferenceCategory.Content, ["S0001"], Materiality.Substantial, Compensation.AptitudeTest, new BilingualText("実技", "Practical skill"))],
        Conditions = [new(ConditionKind.AptitudeTest, null, null, new BilingualText("適性試験", "An aptitude test"))],
        Effects = [new("DoDM 8140.03", new BilingualText("職務の資格要件を満たす", "Meets the qualification of the role"))],
        ValidFrom = new Deadline(Now.AddDays(firstDay), PortalZones.Japan),
        ValidUntil = new Deadline(Now.AddDays(firstDay + days), PortalZones.Japan),
    };

    public void BringTo(EquivalenceVersion version, Status status)
    {
        (Status Reached, Action Step)[] road =
        [
            (Status.Evidence, () => version.Compute(version.Content.Scope is [] ? ["OG-WRL-014"] : version.Content.Scope, Report, Proposer)),
            (Status.Review, () => version.OpenReview(Proposer)),
            (Status.Adjudication, () => RateAndClose(version)),
            (Status.Drafted, () => Draft(version)),
            (Status.Agreed, () => Sign(version)),
        ];
        if (status == Status.Dropped)
        {
            version.Drop("だれも進めません。", Proposer);
        }
        else
        {
            Array.ForEach([.. road.TakeWhile(s => s.Reached <= status)], s => s.Step());
        }
    }

    public void Rate(EquivalenceVersion version, Actor reviewer, params int[] scores)
    {
        version.Declare(false, reviewer, _now);
        version.Rate(Requirements.Rows.Select((r, i) => (r.Statement, Score: scores[i])).ToDictionary(s => s.Statement, s => s.Score), Requirements, reviewer);
        version.HandIn(Requirements, reviewer, _now);
    }

    public void Sign(EquivalenceVersion version)
    {
        foreach (var signatory in Signatories.Values)
        {
            version.Sign(Equivalence, version.ContentHash(Equivalence), signatory, _now);
        }
    }

    /// <summary>Three rows are too few to speak of agreement: each is adjudicated first.</summary>
    public void Draft(EquivalenceVersion version, int firstDay = 10) => Draft(version, Decision(firstDay) with
    {
        Differences = [.. Decision().Differences.Select(d => d with { Statements = [Gap] })],
    });

    public void Draft(EquivalenceVersion version, EquivalenceContent content)
    {
        foreach (var statement in version.Agreement!.ToAdjudicate)
        {
            version.Adjudicate(statement, 0.8m, "資料で確かめました。", Adjudicator);
        }

        version.Draft(content, Report, CoverageRules.Proposed2026, Proposer);
    }

    private void RateAndClose(EquivalenceVersion version)
    {
        foreach (var reviewer in Reviewers)
        {
            Rate(version, reviewer, 4, 3, 0);
        }

        version.CloseReview(Requirements, AgreementRules.Proposed2026, Proposer);
    }

    private static Framework TestFramework()
    {
        var framework = Framework.Create("TEST_1", "A framework", "1", null);
        foreach (var (code, kind) in new[] { ("T0001", FrameworkElementKind.Task), ("K0001", FrameworkElementKind.Knowledge), ("S0001", FrameworkElementKind.Skill), ("OG-WRL-014", FrameworkElementKind.WorkRole) })
        {
            framework.Add(new FrameworkElementText(kind, code, "", $"About {code}", 0, null));
        }

        return framework;
    }

    private string First(FrameworkElementKind kind) => Framework.Elements.First(e => e.Kind == kind).Code;

    private static CoverageClaim Claim(string statement) => new(statement, 3, AssessmentStrength.ProctoredWritten, new DateOnly(2025, 4, 1), 0.8);

    private static Actor Staff(Role role, Government government) => Actors.Staff(role, government);
}
