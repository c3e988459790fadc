using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Shared;

namespace Portal.Infrastructure;

/// <summary>Who acts in a scope that no request began. Asked first, before anybody looks for a signed-in person.</summary>
public sealed class ActorHolder
{
    public Actor? Fixed { get; set; }
}

public static class BackgroundScope
{
    /// <summary>A scope in which the portal itself acts: the outbox, the clock and the command line.</summary>
    public static AsyncServiceScope CreateSystemScope(this IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Fixed = Actor.System;
        return scope;
    }
}

/// <summary>The actor where there is no web: nobody, unless the scope names one.</summary>
internal sealed class BackgroundActor(ActorHolder holder) : ICurrentActor
{
    public Actor Actor => holder.Fixed ?? Actor.Anonymous;
}

/// <summary>The operation where there is no web.</summary>
internal sealed class BackgroundOperation(TimeProvider clock) : ICurrentOperation
{
    public string? Name { get; set; }
    public string? Reason { get; set; }
    public Guid? Id => null;
    public DateTimeOffset BegunAt { get; } = clock.GetUtcNow();
}
