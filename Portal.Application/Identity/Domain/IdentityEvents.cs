using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

public sealed record MemberInvited(Guid MembershipId) : IDomainEvent;

public sealed record AccountRegistered(Guid PersonId) : IDomainEvent;

public sealed record RegistrationRepeated(Guid PersonId) : IDomainEvent;

public sealed record PasswordResetAsked(Guid PersonId) : IDomainEvent;

/// <summary>What happened to the ways in of an account; each has a mail of its own (S-19).</summary>
public enum FactorChange { PasskeyAdded, PasskeyRemoved, AppAdded, AppRemoved, CodesRenewed, RecoveryCodeUsed, OutsideLinked, OutsideUnlinked }

public sealed record FactorChanged(Guid PersonId, FactorChange Change) : IDomainEvent;

public sealed record PasswordChanged(Guid PersonId) : IDomainEvent;
