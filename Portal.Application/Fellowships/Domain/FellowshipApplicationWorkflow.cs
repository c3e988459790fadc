using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipApplicationStep;

namespace Portal.Application.Fellowships.Domain;

public enum FellowshipApplicationStatus
{
    Draft, Submitted, ReturnedForCorrection, ScreenedIn, ScreenedOut,
    Proposed, Reserve, NotProposed, Offered, Accepted, Declined, Lapsed, Withdrawn,
}

public enum FellowshipApplicationStep
{
    Submit, Resubmit, ReturnForCorrection, ScreenIn, ScreenOut, Propose, PutOnReserve, PassOver, Reconsider,
    Offer, Announce, Accept, Decline, Lapse, Withdraw,
}

internal static class FellowshipApplicationWorkflow
{
    internal static readonly Workflow<Status, Step> Rules = new("Fellowships.Application.NotNow",
        new(Status.Draft,       Step.Submit,              Status.Submitted,             Permission.ApplyForFellowship, Party.Applicant),
        new(Status.Submitted,   Step.ScreenIn,            Status.ScreenedIn,            Permission.ScreenFellowship,   Party.SendingAgency),
        new(Status.Submitted,   Step.ScreenOut,           Status.ScreenedOut,           Permission.ScreenFellowship,   Party.SendingAgency),
        new(Status.Submitted,   Step.ReturnForCorrection, Status.ReturnedForCorrection, Permission.ScreenFellowship,   Party.SendingAgency),
        new(Status.ReturnedForCorrection, Step.Resubmit,  Status.Submitted,             Permission.ApplyForFellowship, Party.Applicant),
        new(Status.ReturnedForCorrection, Step.ScreenOut, Status.ScreenedOut,           Permission.ScreenFellowship,   Party.SendingAgency, IsAside: true),

        // An award list moves its cases together; what it says stays inside until the release.
        new(Status.ScreenedIn,  Step.Propose,             Status.Proposed,              Permission.DraftAwardList,     Party.EitherAgency),
        new(Status.ScreenedIn,  Step.PutOnReserve,        Status.Reserve,               Permission.DraftAwardList,     Party.EitherAgency),
        new(Status.ScreenedIn,  Step.PassOver,            Status.NotProposed,           Permission.DraftAwardList,     Party.EitherAgency),
        new(Status.Proposed,    Step.Reconsider,          Status.ScreenedIn,            Permission.AgreeAwardList,     Party.EitherAgency),
        new(Status.Reserve,     Step.Reconsider,          Status.ScreenedIn,            Permission.AgreeAwardList,     Party.EitherAgency),
        new(Status.NotProposed, Step.Reconsider,          Status.ScreenedIn,            Permission.AgreeAwardList,     Party.EitherAgency),
        new(Status.Proposed,    Step.Offer,               Status.Offered,               Permission.ReleaseAwards,      Party.EitherAgency),
        new(Status.Reserve,     Step.Announce,            Status.Reserve,               Permission.ReleaseAwards,      Party.EitherAgency),
        new(Status.NotProposed, Step.Announce,            Status.NotProposed,           Permission.ReleaseAwards,      Party.EitherAgency),

        new(Status.Offered,     Step.Accept,              Status.Accepted,              Permission.ApplyForFellowship, Party.Applicant),
        new(Status.Offered,     Step.Decline,             Status.Declined,              Permission.ApplyForFellowship, Party.Applicant),
        new(Status.Offered,     Step.Lapse,               Status.Lapsed,                Permission.RunClock,           Party.Clock),

        new(Status.Draft,       Step.Withdraw,            Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        new(Status.Submitted,   Step.Withdraw,            Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        new(Status.ReturnedForCorrection, Step.Withdraw,  Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        new(Status.ScreenedIn,  Step.Withdraw,            Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        new(Status.Proposed,    Step.Withdraw,            Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        new(Status.Reserve,     Step.Withdraw,            Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true),
        // Without this row the missing button would tell the candidate the outcome before the release.
        new(Status.NotProposed, Step.Withdraw,            Status.Withdrawn,             Permission.ApplyForFellowship, Party.Applicant, IsAside: true));
}
