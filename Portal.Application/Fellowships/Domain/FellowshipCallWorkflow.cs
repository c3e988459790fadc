using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.FellowshipCallStatus;
using Step = Portal.Application.Fellowships.Domain.FellowshipCallStep;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Scheduled, open and closed are not statuses: the server's clock derives them from an approved call's instants.</summary>
public enum FellowshipCallStatus { Draft, JointCheck, Approved }

public enum FellowshipCallStep { Edit, SendForCheck, Approve, Return }

internal static class FellowshipCallWorkflow
{
    internal static readonly Workflow<Status, Step> Rules = new("Fellowships.Call.NotNow",
        new(Status.Draft,      Step.Edit,         Status.Draft,      Permission.WriteFellowshipCall, Party.EitherAgency),
        new(Status.JointCheck, Step.Edit,         Status.Draft,      Permission.WriteFellowshipCall, Party.EitherAgency),
        new(Status.Draft,      Step.SendForCheck, Status.JointCheck, Permission.WriteFellowshipCall, Party.EitherAgency),
        Workflow<Status, Step>.Joint(
            Status.JointCheck, Step.Approve,      Status.Approved,   Permission.WriteFellowshipCall),
        new(Status.JointCheck, Step.Return,       Status.Draft,      Permission.WriteFellowshipCall, Party.EitherAgency),
        new(Status.Approved,   Step.Return,       Status.Draft,      Permission.WriteFellowshipCall, Party.EitherAgency, IsAside: true));
}
