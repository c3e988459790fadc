using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;
using Step = Portal.Application.Recognition.Domain.RecognitionCaseStep;

namespace Portal.Application.Recognition.Domain;

public enum RecognitionCaseStatus
{
    Draft, Submitted, FileIncomplete, InAssessment, InformationRequested, Verification, SecondReview, Deciding,
    AwaitingMeasure, Granted, Declined, UnderReview, Withdrawn, Closed,
}

public enum RecognitionCaseStep
{
    Submit, ConfirmFile, AskInformation, AskAgain, AnswerInformation, Resume, RecordCheck, AskVerification, ConfirmStanding, ReportAdverse,
    CloseVerification, GiveSecondOpinion, Renew, Grant, GrantConditionally, Decline, ChooseMeasure, FulfilMeasure, FailMeasure,
    AskReview, UpholdDecline, VaryToGrant, VaryToCondition, Withdraw, Close,
}

/// <summary>
/// The host is the government on whose side the target lies: it decides. The sending side is that of the source: it answers for its authority.
/// </summary>
internal static class RecognitionCaseWorkflow
{
    internal static readonly Workflow<Status, Step> Rules = new("Cases.NotNow",
        new(Status.Draft,          Step.Submit,            Status.Submitted,            Permission.AskForRecognition,     Party.Applicant),
        new(Status.Submitted,      Step.ConfirmFile,       Status.InAssessment,         Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.Submitted,      Step.AskInformation,    Status.FileIncomplete,       Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.Submitted,      Step.RecordCheck,       Status.Submitted,            Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.Submitted,      Step.Decline,           Status.Declined,             Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.FileIncomplete, Step.AnswerInformation, Status.Submitted,            Permission.AskForRecognition,     Party.Applicant),
        new(Status.FileIncomplete, Step.Resume,            Status.Submitted,            Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),

        new(Status.InAssessment,   Step.RecordCheck,       Status.InAssessment,         Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.InAssessment,   Step.AskInformation,    Status.InformationRequested, Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.InAssessment,   Step.AskAgain,          Status.InformationRequested, Permission.ReviewRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.InAssessment,   Step.AskVerification,   Status.Verification,         Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.InAssessment,   Step.Decline,           Status.Declined,             Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.InformationRequested, Step.AnswerInformation, Status.InAssessment,   Permission.AskForRecognition,     Party.Applicant),
        new(Status.InformationRequested, Step.Resume,      Status.InAssessment,         Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),

        new(Status.Verification,   Step.ConfirmStanding,   Status.Deciding,             Permission.AssessRecognitionCase, Party.SendingAgency),
        new(Status.Verification,   Step.ReportAdverse,     Status.SecondReview,         Permission.AssessRecognitionCase, Party.SendingAgency),
        new(Status.Verification,   Step.CloseVerification, Status.SecondReview,         Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.SecondReview,   Step.GiveSecondOpinion, Status.Deciding,             Permission.ReviewRecognitionCase, Party.HostAgency),

        new(Status.Submitted,      Step.Renew,             Status.Submitted,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.FileIncomplete, Step.Renew,             Status.FileIncomplete,       Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.InAssessment,   Step.Renew,             Status.InAssessment,         Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.InformationRequested, Step.Renew,       Status.InformationRequested, Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.Verification,   Step.Renew,             Status.InAssessment,         Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.SecondReview,   Step.Renew,             Status.InAssessment,         Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.Deciding,       Step.Renew,             Status.InAssessment,         Permission.AskForRecognition,     Party.Applicant, IsAside: true),

        new(Status.Deciding,       Step.Grant,             Status.Granted,              Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.Deciding,       Step.GrantConditionally, Status.AwaitingMeasure,     Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.Deciding,       Step.Decline,           Status.Declined,             Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.AwaitingMeasure, Step.ChooseMeasure,    Status.AwaitingMeasure,      Permission.AskForRecognition,     Party.Applicant),
        new(Status.AwaitingMeasure, Step.FulfilMeasure,    Status.Granted,              Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.AwaitingMeasure, Step.FailMeasure,      Status.AwaitingMeasure,      Permission.AssessRecognitionCase, Party.HostAgency),
        new(Status.AwaitingMeasure, Step.Decline,          Status.Declined,             Permission.AssessRecognitionCase, Party.HostAgency),

        new(Status.Declined,       Step.AskReview,         Status.UnderReview,          Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.UnderReview,    Step.UpholdDecline,     Status.Declined,             Permission.DecideCaseReview,      Party.HostAgency),
        new(Status.UnderReview,    Step.VaryToGrant,       Status.Granted,              Permission.DecideCaseReview,      Party.HostAgency),
        new(Status.UnderReview,    Step.VaryToCondition,   Status.AwaitingMeasure,      Permission.DecideCaseReview,      Party.HostAgency),

        new(Status.Draft,          Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.Submitted,      Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.FileIncomplete, Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.InAssessment,   Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.InformationRequested, Step.Withdraw,    Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.Verification,   Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.SecondReview,   Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.Deciding,       Step.Withdraw,          Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),
        new(Status.AwaitingMeasure, Step.Withdraw,         Status.Withdrawn,            Permission.AskForRecognition,     Party.Applicant, IsAside: true),

        new(Status.Submitted,      Step.Close,             Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.FileIncomplete, Step.Close,             Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.InAssessment,   Step.Close,             Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.InformationRequested, Step.Close,       Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.Verification,   Step.Close,             Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.SecondReview,   Step.Close,             Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.Deciding,       Step.Close,             Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.AwaitingMeasure, Step.Close,            Status.Closed,               Permission.AssessRecognitionCase, Party.HostAgency, IsAside: true),
        new(Status.UnderReview,    Step.Close,             Status.Closed,               Permission.DecideCaseReview,      Party.HostAgency, IsAside: true));
}
