using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.AwardListStatus;
using Step = Portal.Application.Fellowships.Domain.AwardListStep;

namespace Portal.Application.Fellowships.Domain;

public enum AwardListStatus { Draft, Proposed, Agreed, Staged, Released }

public enum AwardListStep { Edit, Propose, Agree, Return, Stage, Release }

internal static class AwardListWorkflow
{
    internal static readonly Workflow<Status, Step> Rules = new("Fellowships.AwardList.NotNow",
        new(Status.Draft,    Step.Edit,    Status.Draft,    Permission.DraftAwardList, Party.EitherAgency),
        new(Status.Draft,    Step.Propose, Status.Proposed, Permission.DraftAwardList, Party.EitherAgency),
        Workflow<Status, Step>.Joint(
            Status.Proposed, Step.Agree,   Status.Agreed,   Permission.AgreeAwardList),
        new(Status.Proposed, Step.Return,  Status.Draft,    Permission.AgreeAwardList, Party.EitherAgency),
        new(Status.Agreed,   Step.Return,  Status.Draft,    Permission.AgreeAwardList, Party.EitherAgency),
        new(Status.Staged,   Step.Return,  Status.Draft,    Permission.AgreeAwardList, Party.EitherAgency),
        new(Status.Agreed,   Step.Stage,   Status.Staged,   Permission.ReleaseAwards,  Party.EitherAgency),
        new(Status.Staged,   Step.Stage,   Status.Staged,   Permission.ReleaseAwards,  Party.EitherAgency),
        Workflow<Status, Step>.Joint(
            Status.Staged,   Step.Release, Status.Released, Permission.ReleaseAwards));
}
