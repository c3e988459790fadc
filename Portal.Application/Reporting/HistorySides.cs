using System.Linq.Expressions;
using Portal.Application.Shared;

namespace Portal.Application.Reporting;

internal static class HistorySides
{
    /// <summary>Entries that an auditor may read: those of both governments and those of the own one.</summary>
    public static Expression<Func<AuditEntry, bool>> ReadableBy(Actor actor) => e => e.Side == null || e.Side == actor.Agency;
}
