using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>Whether any decision of both governments stands; what is made up for the demonstration is none.</summary>
public sealed record AnyEquivalenceBinds : IQuery<bool>, IPortalMessage
{
    public static Access Access => Access.Anyone;
}

internal sealed class AnyEquivalenceBindsHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<AnyEquivalenceBinds, bool>
{
    public async ValueTask<bool> Handle(AnyEquivalenceBinds query, CancellationToken ct) =>
        await db.Equivalences.Where(e => !e.IsDemonstration).AnyBindsAsync(clock.GetUtcNow(), ct);
}
