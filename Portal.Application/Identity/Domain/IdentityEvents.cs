using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

public sealed record MemberInvited(Guid MembershipId) : IDomainEvent;

public sealed record AccountRegistered(Guid PersonId) : IDomainEvent;

public sealed record RegistrationRepeated(Guid PersonId) : IDomainEvent;

public sealed record PasswordResetAsked(Guid PersonId) : IDomainEvent;

public sealed record PasswordChanged(Guid PersonId) : IDomainEvent;
