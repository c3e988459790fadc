using Portal.Application.Shared;

namespace Portal.Application.Identity.Domain;

public sealed record MemberInvited(Guid MembershipId) : IDomainEvent;
