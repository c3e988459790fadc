using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

public sealed record EquivalenceReviewOpened(Guid VersionId, int Round) : IDomainEvent;

public sealed record EquivalenceReviewClosed(Guid VersionId) : IDomainEvent;

public sealed record EquivalenceDrafted(Guid VersionId) : IDomainEvent;

public sealed record EquivalenceSigned(Guid VersionId, Government Government) : IDomainEvent;

/// <summary>Signed keys no longer count, because the text changed or was returned.</summary>
public sealed record EquivalenceKeysVoided(Guid VersionId) : IDomainEvent;

public sealed record EquivalencePublished(Guid EquivalenceId, Guid VersionId) : IDomainEvent;

public sealed record EquivalenceSuspended(Guid EquivalenceId, Guid VersionId, Government Government) : IDomainEvent;

public sealed record EquivalenceLifted(Guid EquivalenceId, Guid VersionId) : IDomainEvent;

public sealed record EquivalenceWithdrawn(Guid EquivalenceId, Guid VersionId) : IDomainEvent;

/// <summary>Evidence that counted in its figures was withdrawn: they must be computed again.</summary>
public sealed record EquivalenceEvidenceLost(Guid VersionId) : IDomainEvent;

/// <summary>Evidence under a decision that stands was withdrawn: both governments look at it again.</summary>
public sealed record EquivalenceReviewCalled(Guid EquivalenceId, Guid VersionId) : IDomainEvent;

/// <summary>A later framework version changes what a decision rests on: its review is due earlier.</summary>
public sealed record EquivalenceReviewSooner(Guid VersionId) : IDomainEvent;

/// <summary>The day by which both governments were to look at a decision again has come.</summary>
public sealed record EquivalenceReviewMissed(Guid VersionId) : IDomainEvent;

/// <summary>One government keeps a decision that is looked at again.</summary>
public sealed record EquivalenceReviewSigned(Guid EquivalenceId, Government Government) : IDomainEvent;

/// <summary>Both governments have looked at a decision again and keep it.</summary>
public sealed record EquivalenceReviewed(Guid EquivalenceId, Guid VersionId) : IDomainEvent;

/// <summary>The review was missed for so long that the rule has suspended the decision.</summary>
public sealed record EquivalenceUnreviewed(Guid EquivalenceId, Guid VersionId) : IDomainEvent;

public sealed record EvidenceWithdrawalProposed(Guid EvidenceId, Government Government) : IDomainEvent;

public sealed record EvidenceWithdrawn(Guid EvidenceId) : IDomainEvent;

/// <summary>A withdrawal of evidence was given up before its second key.</summary>
public sealed record EvidenceKept(Guid EvidenceId) : IDomainEvent;

/// <summary>One government turned the first key on a withdrawal.</summary>
public sealed record EquivalenceWithdrawalProposed(Guid EquivalenceId, Government Government) : IDomainEvent;

/// <summary>A withdrawal was given up before its second key.</summary>
public sealed record EquivalenceKept(Guid EquivalenceId) : IDomainEvent;

/// <summary>What counts for a certification may have changed.</summary>
public sealed record ClaimsChanged(Guid CertificationId) : IDomainEvent;

/// <summary>A mapping between these two framework versions came or went.</summary>
public sealed record MappingChanged(Guid SubjectFrameworkId, Guid TargetFrameworkId) : IDomainEvent;

/// <summary>A target has its first or its next requirement set.</summary>
public sealed record RequirementsDefined(Guid SetId) : IDomainEvent;
