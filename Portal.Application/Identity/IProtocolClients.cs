using Portal.Application.Identity.Domain;

namespace Portal.Application.Identity;

/// <summary>What the OpenID Connect server itself knows of connected systems. Another server stands behind the same port.</summary>
public interface IProtocolClients
{
    /// <summary>Writes the server's own record of a system as part of the next save. While the system is suspended the record allows nothing.</summary>
    Task KeepInStepAsync(ConnectedSystem system, CancellationToken ct);

    /// <summary>Makes everything void that was ever issued to a system, in the transaction of the command.</summary>
    Task RevokeAsync(ConnectedSystem system, CancellationToken ct);

    /// <summary>Deletes the server's record and everything issued, in the transaction of the command.</summary>
    Task RemoveAsync(ConnectedSystem system, CancellationToken ct);
}
