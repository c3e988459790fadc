using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Support;

/// <summary>A holder from Japan asks the United States for recognition: brought to a status through the real aggregate.</summary>
internal sealed class RecognitionCaseStory
{
    /// <summary>Monday, 2 November 2026, noon in Japan and 10 p.m. of Sunday in Washington.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);

    public static readonly BilingualText Reason = new("要件を満たしています。", "The requirements are met.");

    public RecognitionCaseStory(Status status = Status.Draft, params Condition[] conditions)
        : this(new CaseBasis(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Government.Japan), status, conditions)
    {
    }

    public RecognitionCaseStory(CaseBasis basis, Status status, params Condition[] conditions) : this(basis, status, "RC-000001", conditions)
    {
    }

    public RecognitionCaseStory(CaseBasis basis, Status status, string number, params Condition[] conditions)
    {
        (Basis, Conditions) = (basis, conditions);
        Held = HeldCertification.Add(new("JP-RISS", "第012345号", new(2025, 4, 1), new(2028, 3, 31)), new(2026, 11, 2), Holder);
        Held.AddFile("riss.pdf", FileKind.Pdf, new StoredFile("stored", 100, new string('a', 64)), false, Holder, Now);
        Case = RecognitionCase.Start(number, Basis, [Held], Holder, Now);
        BringTo(status);
    }

    /// <summary>Japan closes on Tuesday, 3 November (文化の日), the United States on Wednesday, 11 November (Veterans Day).</summary>
    public static CaseCalendar Calendar { get; } = new(
        CaseRules.Proposed2026, Government.UnitedStates,
        new WorkingCalendar(Government.UnitedStates, new HashSet<DateOnly> { new(2026, 11, 11), new(2026, 11, 26), new(2026, 12, 25), new(2027, 1, 1) }),
        new WorkingCalendar(Government.Japan, new HashSet<DateOnly> { new(2026, 11, 3), new(2026, 11, 23) }));

    /// <summary>The decision was withdrawn.</summary>
    public static BasisPhase Ended { get; } = new(EquivalencePhase.Withdrawn, Now);

    public static Condition Test { get; } = new(ConditionKind.AptitudeTest, "way", null, new("適性試験", "An aptitude test"));

    public static Condition Supervision { get; } = new(ConditionKind.SupervisedPeriod, "way", 12, new("監督下での実務", "A supervised period"));

    public Actor Holder { get; } = Actors.Candidate();
    public Actor Officer { get; } = Staff(Role.RecognitionCaseOfficer, Government.UnitedStates);
    public Actor SourceOfficer { get; } = Staff(Role.RecognitionCaseOfficer, Government.Japan);
    public Actor Reviewer { get; } = Staff(Role.RecognitionCaseReviewer, Government.UnitedStates);
    public Actor AppealOfficer { get; } = Staff(Role.RecognitionAppealOfficer, Government.UnitedStates);
    public CaseBasis Basis { get; }
    public IReadOnlyList<Condition> Conditions { get; }
    public HeldCertification Held { get; }
    public RecognitionCase Case { get; }

    public static Actor Staff(Role role, Government government) => Actors.Staff(role, government);

    public void Submit(DateTimeOffset? at = null) =>
        Case.Submit("Hanako Sato", Basis, [Held], Calendar, h => h.StateOn(new(2026, 11, 2)), Holder, at ?? Now);

    public void Check(CaseSection section, FailureReason? failure = null) => Case.Record(section, failure, "", Officer, Now);

    public void Decline(DateTimeOffset? at = null) => Case.Decline(Reason, Reason, Calendar, Officer, at ?? Now);

    public void PassChecks()
    {
        Check(CaseSection.Identity);
        Check(CaseSection.Certificate);
        Check(CaseSection.Currency);
    }

    public void AskVerification() => Case.AskVerification("IPA", VerificationChannel.OnlineRegister, "", Calendar, Officer, Now);

    private void BringTo(Status status)
    {
        foreach (var step in Road(status))
        {
            step();
        }
    }

    private IEnumerable<Action> Road(Status status)
    {
        Action submit = () => Submit(), complete = () => Case.ConfirmFile(Calendar, Officer, Now), ask = () => Case.Ask("?", Calendar, Officer, Now),
            verify = () => { PassChecks(); AskVerification(); }, confirm = () => Case.AnswerVerification(true, "名簿にあります。", SourceOfficer, Now),
            fail = () => Check(CaseSection.Currency, FailureReason.NotInDate), grant = () => Case.Grant(Conditions, Reason, Officer, Now);
        return status switch
        {
            Status.Draft => [],
            Status.Submitted => [submit],
            Status.FileIncomplete => [submit, ask],
            Status.InAssessment => [submit, complete],
            Status.InformationRequested => [submit, complete, ask],
            Status.Verification => [submit, complete, verify],
            Status.SecondReview => [submit, complete, verify, () => Case.AnswerVerification(false, "停止中です。", SourceOfficer, Now)],
            Status.Deciding => [submit, complete, verify, confirm],
            Status.AwaitingMeasure or Status.Granted => [submit, complete, verify, confirm, grant],
            Status.Declined => [submit, complete, fail, () => Decline()],
            Status.UnderReview => [submit, complete, fail, () => Decline(), () => Case.AskReview("期限内です。", Calendar, Holder, Now)],
            Status.Closed => [submit, () => Case.Close(Ended, Officer, Now)],
            _ => [submit, () => Case.Withdraw(Holder, Now)],
        };
    }
}
