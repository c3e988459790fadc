using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Who acts, in which use case, at which past instant: the scope of a context whose changes are recorded one by one and stored together.</summary>
internal sealed class PastScope : TimeProvider, ICurrentActor, ICurrentOperation, IServiceProvider
{
    public Actor Actor { get; private set; } = Actor.System;
    public string? Name { get; set; }
    public string? Reason { get; set; }
    public Guid? Id => null;
    public DateTimeOffset BegunAt { get; private set; }

    public void Now(Actor actor, DateTimeOffset at, string operation) => (Actor, BegunAt, Name) = (actor, at, operation);

    public override DateTimeOffset GetUtcNow() => BegunAt;

    public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(this) ? this : null;
}
