using Mediator;

namespace Portal.Application.Shared;

/// <summary>Something that happened to an aggregate, in the past tense: ids and values only, never a name or an address. Saved to the outbox with the change itself.</summary>
public interface IDomainEvent : INotification;
