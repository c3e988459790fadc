using System.Globalization;
using OpenIddict.Abstractions;
using Portal.Application.Shared;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Infrastructure.Connect;

/// <summary>A permission is a permanent authorization of OpenIddict; everything issued under it hangs on it.</summary>
internal sealed class AllowedSystems(
    IOpenIddictAuthorizationManager authorizations, IOpenIddictApplicationManager applications, IOpenIddictTokenManager tokens, TimeProvider clock) : IAllowedSystems
{
    public async Task<bool> HasAllowedAsync(Guid personId, string systemId, IReadOnlyList<string> scopes, CancellationToken ct) =>
        await IdAsync(personId, systemId, scopes, ct) is not null;

    /// <summary>The permission that covers the scopes.</summary>
    public async Task<string?> IdAsync(Guid personId, string systemId, IReadOnlyList<string> scopes, CancellationToken ct) =>
        await applications.FindByClientIdAsync(systemId, ct) is { } application && await authorizations
            .FindAsync(personId.ToString(), await applications.GetIdAsync(application, ct), Statuses.Valid, AuthorizationTypes.Permanent, [.. scopes], ct)
            .FirstOrDefaultAsync(ct) is { } permission
                ? await authorizations.GetIdAsync(permission, ct)
                : null;

    public async Task AllowAsync(Guid personId, string systemId, IReadOnlyList<string> scopes, CancellationToken ct)
    {
        if (await HasAllowedAsync(personId, systemId, scopes, ct))
        {
            return;
        }

        var application = await applications.FindByClientIdAsync(systemId, ct) ?? throw new NotFoundException();
        var permission = new OpenIddictAuthorizationDescriptor
        {
            ApplicationId = await applications.GetIdAsync(application, ct), Subject = personId.ToString(),
            CreationDate = clock.GetUtcNow(), Status = Statuses.Valid, Type = AuthorizationTypes.Permanent,
        };
        permission.Scopes.UnionWith(scopes);
        await authorizations.CreateAsync(permission, ct);
    }

    public async Task<IReadOnlyList<AllowedSystem>> ListAsync(Guid personId, CancellationToken ct)
    {
        var permissions = await authorizations.FindAsync(personId.ToString(), null, Statuses.Valid, AuthorizationTypes.Permanent, null, ct).ToListAsync(ct);
        Dictionary<string, AllowedSystem> systems = [];
        foreach (var permission in permissions)
        {
            var id = (await authorizations.GetApplicationIdAsync(permission, ct))!;
            var (scopes, since) = (await authorizations.GetScopesAsync(permission, ct), (await authorizations.GetCreationDateAsync(permission, ct))!.Value);
            systems[id] = systems.TryGetValue(id, out var before)
                ? before with { Scopes = [.. before.Scopes.Union(scopes)], Since = before.Since < since ? before.Since : since }
                : await SystemAsync(id, [.. scopes], since, ct);
        }

        return [.. systems.Values.OrderBy(s => s.Since)];
    }

    public async Task TakeBackAsync(Guid personId, string systemId, CancellationToken ct)
    {
        var application = await applications.FindByClientIdAsync(systemId, ct) ?? throw new NotFoundException();
        var (person, id) = (personId.ToString(), await applications.GetIdAsync(application, ct));
        await tokens.RevokeAsync(person, id, Statuses.Valid, null, ct);
        if (await authorizations.RevokeAsync(person, id, Statuses.Valid, null, ct) == 0)
        {
            throw new NotFoundException();
        }
    }

    // The applications are few and the manager remembers them.
    private async Task<AllowedSystem> SystemAsync(string id, IReadOnlyList<string> scopes, DateTimeOffset since, CancellationToken ct)
    {
        var application = (await applications.FindByIdAsync(id, ct))!;
        return new((await applications.GetClientIdAsync(application, ct))!, await applications.NameAsync(application, ct), scopes, since);
    }
}

internal static class SystemNames
{
    private static readonly CultureInfo s_ja = CultureInfo.GetCultureInfo("ja"), s_en = CultureInfo.GetCultureInfo("en");

    /// <summary>The name of a connected system in both languages; where one is missing, the other.</summary>
    public static async Task<BilingualText> NameAsync(this IOpenIddictApplicationManager applications, object application, CancellationToken ct)
    {
        var names = await applications.GetDisplayNamesAsync(application, ct);
        var name = await applications.GetDisplayNameAsync(application, ct) ?? await applications.GetClientIdAsync(application, ct) ?? "";
        return new(names.GetValueOrDefault(s_ja, name), names.GetValueOrDefault(s_en, name));
    }
}
