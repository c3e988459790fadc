using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Client = OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication<System.Guid>;

namespace Portal.Infrastructure.Connect;

/// <summary>OpenIddict's record of a connected system, written into the same context as the system itself, so that one save keeps both in step.</summary>
internal sealed class ProtocolClients(PortalDbContext db, OpenIddictApplicationManager<Client> manager) : IProtocolClients
{
    private DbSet<Client> Clients => db.Set<Client>();

    private DbSet<OpenIddictEntityFrameworkCoreAuthorization<Guid>> Authorizations => db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>();

    private DbSet<OpenIddictEntityFrameworkCoreToken<Guid>> Tokens => db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>();

    public async Task KeepInStepAsync(ConnectedSystem system, CancellationToken ct)
    {
        var client = await Clients.FirstOrDefaultAsync(c => c.ClientId == system.ClientId, ct) ?? Clients.Add(new Client { Id = Guid.CreateVersion7() }).Entity;
        await manager.PopulateAsync(client, Describe(system), ct);
        client.ConcurrencyToken = Guid.NewGuid().ToString();
    }

    public async Task RevokeAsync(ConnectedSystem system, CancellationToken ct)
    {
        await Authorizations.Where(a => a.Application!.ClientId == system.ClientId).ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Statuses.Revoked), ct);
        await Tokens.Where(t => t.Application!.ClientId == system.ClientId).ExecuteUpdateAsync(t => t.SetProperty(x => x.Status, Statuses.Revoked), ct);
    }

    public async Task RemoveAsync(ConnectedSystem system, CancellationToken ct)
    {
        await Tokens.Where(t => t.Application!.ClientId == system.ClientId).ExecuteDeleteAsync(ct);
        await Authorizations.Where(a => a.Application!.ClientId == system.ClientId).ExecuteDeleteAsync(ct);
        await Clients.Where(c => c.ClientId == system.ClientId).ExecuteDeleteAsync(ct);
    }

    private static OpenIddictApplicationDescriptor Describe(ConnectedSystem system)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = system.ClientId,
            ClientType = system.IsConfidential ? ClientTypes.Confidential : ClientTypes.Public,
            ApplicationType = system.Kind == SystemKind.Native ? ApplicationTypes.Native : ApplicationTypes.Web,
            ConsentType = ConsentTypes.Explicit,
            ClientSecret = system.SecretHash,
            JsonWebKeySet = system.Keys is { } keys ? JsonWebKeySet.Create(keys) : null,
            DisplayName = system.Name.En,
            DisplayNames = { [CultureInfo.GetCultureInfo("en")] = system.Name.En, [CultureInfo.GetCultureInfo("ja")] = system.Name.Ja },
        };
        client.RedirectUris.UnionWith(system.RedirectAddresses.Select(a => new Uri(a)));
        client.PostLogoutRedirectUris.UnionWith(system.SignOutAddresses.Select(a => new Uri(a)));
        client.Requirements.UnionWith(ClientRights.RequirementsOf(system));
        client.Permissions.UnionWith(ClientRights.PermissionsOf(system));
        return client;
    }
}
