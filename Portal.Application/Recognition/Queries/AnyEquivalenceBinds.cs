using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>Whether any decision of both governments stands; what is made up for the demonstration is none.</summary>
/// <param name="Certification">Only decisions for holders of this one; null for any.</param>
public sealed record AnyEquivalenceBinds(string? Certification = null) : IQuery<bool>, IPortalMessage
{
    public static Access Access => Access.Anyone;
}

internal sealed class AnyEquivalenceBindsHandler(IPortalDb db, TimeProvider clock) : IQueryHandler<AnyEquivalenceBinds, bool>
{
    public async ValueTask<bool> Handle(AnyEquivalenceBinds query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Equivalences.Where(e => !e.IsDemonstration && (query.Certification == null || e.SourceKey == query.Certification)).SelectMany(e => e.Periods)
            .AnyAsync(p => p.ReplacedAt == null && p.From <= now && now < p.Until && (p.State == PeriodState.InForce || p.State == PeriodState.Suspended), ct);
    }
}
