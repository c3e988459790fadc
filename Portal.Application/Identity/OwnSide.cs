using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>The side on which an administrator works.</summary>
internal static class OwnSide
{
    /// <summary>The actor's government.</summary>
    /// <exception cref="ForbiddenException">The actor serves none.</exception>
    public static Government Own(this Actor actor) => actor.Agency ?? throw new ForbiddenException();

    /// <summary>The day on the calendar of the actor's government.</summary>
    public static DateOnly Today(this Actor actor, TimeProvider clock) => Staff.Today(actor.Own(), clock.GetUtcNow());
}
