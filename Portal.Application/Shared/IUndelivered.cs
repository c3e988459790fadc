namespace Portal.Application.Shared;

/// <summary>Events that nobody could be told of: given up after too many attempts, for a person to look at.</summary>
public interface IUndelivered
{
    /// <returns>The most recent ones, a bounded number.</returns>
    Task<IReadOnlyList<TEvent>> EventsAsync<TEvent>(CancellationToken ct) where TEvent : IDomainEvent;
}
