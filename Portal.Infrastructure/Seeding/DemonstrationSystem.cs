using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Portal.Application.Identity.Domain;
using Portal.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Seeding;

/// <summary>A connected system to try the sign-in with by hand: a public client at http://localhost:5090. Written as a row: OpenIddict's manager would be made with it.</summary>
internal static class DemonstrationSystem
{
    public const string Id = "demo-training";

    public static async Task RegisterDemonstrationSystemAsync(this PortalDbContext db, CancellationToken ct)
    {
        var systems = db.Set<OpenIddictEntityFrameworkCoreApplication<Guid>>();
        if (await systems.AnyAsync(s => s.ClientId == Id, ct))
        {
            return;
        }

        systems.Add(new OpenIddictEntityFrameworkCoreApplication<Guid>
        {
            Id = Guid.CreateVersion7(), ClientId = Id, ClientType = ClientTypes.Public, ConsentType = ConsentTypes.Explicit, DisplayName = "Training Hub",
            DisplayNames = """{"ja":"研修システム","en":"Training Hub"}""",
            RedirectUris = Json("http://localhost:5090/callback"), PostLogoutRedirectUris = Json("http://localhost:5090/"),
            Permissions = Json(
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.PushedAuthorization, Permissions.Endpoints.EndSession,
                Permissions.Endpoints.Revocation, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Scopes.Email, Permissions.Prefixes.Scope + SystemScopes.Me),
        });
        await db.SaveChangesAsync(ct);
    }

    private static string Json(params string[] values) => JsonSerializer.Serialize(values);
}
