using Mediator;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Writes the text that both governments are to sign, on figures with the confidence that the review settled; a change voids every key.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record DraftDecision(Guid Id, long Version, EquivalenceContent Content) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ProposeEquivalence);
}

internal sealed class DraftDecisionHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<DraftDecision, Result>
{
    public async ValueTask<Result> Handle(DraftDecision command, CancellationToken ct)
    {
        var version = await db.EquivalenceVersionAsync(command.Id, ct);
        version.RequireVersion(command.Version);
        var equivalence = await db.EquivalenceAsync(version.EquivalenceId, ct);
        var set = await db.PinnedRequirementsAsync(version, ct);
        var report = await db.ReportAsync(equivalence, set, version, Staff.Today(current.Actor.Agency!.Value, clock.GetUtcNow()), ct);
        version.Draft(command.Content, report, CoverageRules.Proposed2026, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
