using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Lets a suspended system in again, with the credential that it had. What was made void stays void.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record ResumeSystem(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();
}

internal sealed class ResumeSystemHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current) : ICommandHandler<ResumeSystem, Result>
{
    public async ValueTask<Result> Handle(ResumeSystem command, CancellationToken ct)
    {
        var system = await db.SystemAsync(command.Id, command.Version, current.Actor, ct);
        system.Resume();
        await clients.KeepInStepAsync(system, ct);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
