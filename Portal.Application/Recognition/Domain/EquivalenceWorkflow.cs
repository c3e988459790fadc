using Portal.Application.Shared;
using Status = Portal.Application.Recognition.Domain.EquivalenceStatus;
using Step = Portal.Application.Recognition.Domain.EquivalenceStep;

namespace Portal.Application.Recognition.Domain;

/// <summary>
/// How far one version of an equivalence has come. What holds from when to when, suspension and withdrawal are not statuses:
/// they are periods of the <see cref="Equivalence"/>, and the clock reads them.
/// </summary>
public enum EquivalenceStatus { Proposed, Evidence, Review, Adjudication, Drafted, Agreed, Dropped }

public enum EquivalenceStep { Propose, Compute, OpenReview, Rate, CloseReview, Adjudicate, Draft, Sign, Return, LoseEvidence, Drop }

internal static class EquivalenceWorkflow
{
    internal static readonly Workflow<Status, Step> Rules = new("Recognition.Equivalence.NotNow",
        new(Status.Proposed,     Step.Propose,     Status.Proposed,     Permission.ProposeEquivalence, Party.EitherAgency),
        new(Status.Proposed,     Step.Compute,     Status.Evidence,     Permission.ProposeEquivalence, Party.EitherAgency),
        new(Status.Evidence,     Step.Compute,     Status.Evidence,     Permission.ProposeEquivalence, Party.EitherAgency),
        new(Status.Evidence,     Step.OpenReview,  Status.Review,       Permission.ProposeEquivalence, Party.EitherAgency),
        new(Status.Review,       Step.Rate,        Status.Review,       Permission.ReviewEquivalence,  Party.EitherAgency),
        new(Status.Review,       Step.CloseReview, Status.Adjudication, Permission.ProposeEquivalence, Party.EitherAgency),
        new(Status.Adjudication, Step.Adjudicate,  Status.Adjudication, Permission.AdjudicateEquivalence, Party.EitherAgency),
        new(Status.Adjudication, Step.Draft,       Status.Drafted,      Permission.ProposeEquivalence, Party.EitherAgency),
        new(Status.Drafted,      Step.Draft,       Status.Drafted,      Permission.ProposeEquivalence, Party.EitherAgency),
        Workflow<Status, Step>.Joint(
            Status.Drafted,      Step.Sign,        Status.Agreed,       Permission.SignEquivalence),
        new(Status.Review,       Step.Return,      Status.Evidence,     Permission.ProposeEquivalence, Party.EitherAgency, IsAside: true),
        new(Status.Adjudication, Step.Return,      Status.Evidence,     Permission.ProposeEquivalence, Party.EitherAgency, IsAside: true),
        new(Status.Drafted,      Step.Return,      Status.Evidence,     Permission.SignEquivalence,    Party.EitherAgency),
        new(Status.Evidence,     Step.LoseEvidence, Status.Proposed,    Permission.DescribeCertifications, Party.EitherAgency, IsAside: true),
        new(Status.Review,       Step.LoseEvidence, Status.Proposed,    Permission.DescribeCertifications, Party.EitherAgency, IsAside: true),
        new(Status.Adjudication, Step.LoseEvidence, Status.Proposed,    Permission.DescribeCertifications, Party.EitherAgency, IsAside: true),
        new(Status.Drafted,      Step.LoseEvidence, Status.Proposed,    Permission.DescribeCertifications, Party.EitherAgency, IsAside: true),
        new(Status.Proposed,     Step.Drop,        Status.Dropped,      Permission.ProposeEquivalence, Party.EitherAgency, IsAside: true),
        new(Status.Evidence,     Step.Drop,        Status.Dropped,      Permission.ProposeEquivalence, Party.EitherAgency, IsAside: true),
        new(Status.Review,       Step.Drop,        Status.Dropped,      Permission.ProposeEquivalence, Party.EitherAgency, IsAside: true),
        new(Status.Adjudication, Step.Drop,        Status.Dropped,      Permission.ProposeEquivalence, Party.EitherAgency, IsAside: true));
}
