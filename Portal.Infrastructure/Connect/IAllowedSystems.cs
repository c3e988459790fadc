using Portal.Application.Shared;

namespace Portal.Infrastructure.Connect;

/// <summary>What persons have allowed to connected systems. A permission stands until it is taken back.</summary>
public interface IAllowedSystems
{
    Task<bool> HasAllowedAsync(Guid personId, string systemId, IReadOnlyList<string> scopes, CancellationToken ct);

    Task AllowAsync(Guid personId, string systemId, IReadOnlyList<string> scopes, CancellationToken ct);

    Task<IReadOnlyList<AllowedSystem>> ListAsync(Guid personId, CancellationToken ct);

    /// <summary>Takes everything back that the person has allowed the system; what was issued under it ends at once.</summary>
    /// <exception cref="NotFoundException">The person has allowed this system nothing.</exception>
    Task TakeBackAsync(Guid personId, string systemId, CancellationToken ct);
}

public sealed record AllowedSystem(string SystemId, BilingualText Name, IReadOnlyList<string> Scopes, DateTimeOffset Since);
