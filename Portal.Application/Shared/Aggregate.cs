namespace Portal.Application.Shared;

/// <summary>A thing that changes as one. <see cref="Version"/> is the concurrency token on every engine; the save raises it.</summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> _events = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    public long Version { get; private set; }

    public IReadOnlyList<IDomainEvent> Events => _events;

    /// <summary>Whether changes go into the history. A draft that nobody else sees does not.</summary>
    public virtual bool IsOnRecord => true;

    /// <summary>The government whose auditors read the history; null when it belongs to both.</summary>
    public virtual Government? Side => null;

    /// <summary>The status as written into the history; null for things without one.</summary>
    public virtual string? StatusName => null;

    /// <summary>Set when only rows below the aggregate changed, so that its version rises all the same.</summary>
    internal bool IsTouched { get; private set; }

    protected void Touch() => IsTouched = true;

    protected void Raise(IDomainEvent happened) => _events.Add(happened);

    /// <summary>Called by the save once the changes and events are written.</summary>
    internal void Saved()
    {
        _events.Clear();
        IsTouched = false;
    }

    internal void RaiseVersion() => Version++;

    /// <summary>Refuses a change made from a page that shows an earlier version .</summary>
    /// <exception cref="StaleException">Somebody else saved in the meantime.</exception>
    public void RequireVersion(long seen)
    {
        if (seen != Version)
        {
            throw new StaleException();
        }
    }
}
