using System.Text.Json.Serialization;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>A new secret for a connected system. What it proved itself with before stops working.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record RenewSystemSecret(Guid Id, long Version) : ICommand<Result<RenewSystemSecret.Renewed>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();

    /// <param name="Secret">Shown once and kept nowhere: the answer that a repeated click gets is stored without it.</param>
    public sealed record Renewed([property: JsonIgnore] string? Secret = null);
}

internal sealed class RenewSystemSecretHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current, TimeProvider clock)
    : ICommandHandler<RenewSystemSecret, Result<RenewSystemSecret.Renewed>>
{
    public async ValueTask<Result<RenewSystemSecret.Renewed>> Handle(RenewSystemSecret command, CancellationToken ct)
    {
        var system = await db.SystemAsync(command.Id, command.Version, current.Actor, ct);
        var secret = system.RenewSecret(clock.GetUtcNow());
        await clients.KeepInStepAsync(system, ct);
        await db.SaveChangesAsync(ct);
        return new RenewSystemSecret.Renewed(secret);
    }
}
