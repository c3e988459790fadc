using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>One person of the demonstration world.</summary>
/// <param name="Organisation">Null for candidates.</param>
public sealed record DemoPerson(Guid PersonId, string Name, Role Role, BilingualText? Organisation);

/// <summary>The people whom the sign-in page of Development offers with one click. Nothing implements it elsewhere.</summary>
public interface IDemoPeople
{
    Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken ct);
}
