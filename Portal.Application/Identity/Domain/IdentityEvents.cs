using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

public sealed record MemberInvited(Guid MembershipId) : IDomainEvent;

public sealed record SignedOutByAdministrator(Guid PersonId) : IDomainEvent;

public sealed record AccountRegistered(Guid PersonId) : IDomainEvent;

public sealed record RegistrationRepeated(Guid PersonId) : IDomainEvent;

public sealed record PasswordResetAsked(Guid PersonId) : IDomainEvent;

/// <summary>What happened to the ways in of an account; each has a mail of its own (S-19).</summary>
public enum FactorChange { PasskeyAdded, PasskeyRemoved, AppAdded, AppRemoved, CodesRenewed, RecoveryCodeUsed, OutsideLinked, OutsideUnlinked, RemovalCancelled, RecoveryStopped, RecoveryUsed }

public sealed record FactorChanged(Guid PersonId, FactorChange Change) : IDomainEvent;

/// <summary>The last strong way in will go (S-19).</summary>
public sealed record FactorRemovalPlanned(Guid PersonId, DateTimeOffset DueAt) : IDomainEvent;

/// <summary>Somebody who knows the password says that every other way in is lost.</summary>
public sealed record RecoveryAsked(Guid PersonId, Guid RequestId, DateTimeOffset OpensAt) : IDomainEvent;

/// <summary>The time to stop it has passed.</summary>
public sealed record RecoveryOpened(Guid PersonId, Guid RequestId) : IDomainEvent;

public sealed record PasswordChanged(Guid PersonId) : IDomainEvent;
