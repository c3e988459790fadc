using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Domain;

public enum CallVoidReason { Edited, Returned }

public sealed record CallSentForCheck(Guid CallId) : IDomainEvent;

public sealed record CallSigned(Guid CallId, Government Government) : IDomainEvent;

public sealed record CallApproved(Guid CallId) : IDomainEvent;

public sealed record CallApprovalsVoided(Guid CallId, CallVoidReason Why) : IDomainEvent;

public sealed record ApplicationSubmitted(Guid ApplicationId, int Submission) : IDomainEvent;

public sealed record ApplicationReturned(Guid ApplicationId) : IDomainEvent;

public sealed record ApplicationScreenedOut(Guid ApplicationId) : IDomainEvent;

public sealed record ApplicationWithdrawn(Guid ApplicationId) : IDomainEvent;

/// <summary>The outcome that both governments agreed on reaches the candidate.</summary>
public sealed record OutcomeReleased(Guid ApplicationId, FellowshipApplicationStatus Outcome) : IDomainEvent;

public sealed record OfferAnswered(Guid ApplicationId, FellowshipApplicationStatus Answer) : IDomainEvent;

public sealed record OfferLapsed(Guid ApplicationId) : IDomainEvent;

public sealed record AwardListProposed(Guid ListId) : IDomainEvent;

public sealed record AwardListSigned(Guid ListId, Government Government) : IDomainEvent;

public sealed record AwardListAgreed(Guid ListId) : IDomainEvent;

public sealed record AwardListReturned(Guid ListId) : IDomainEvent;
