using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Queries;

/// <summary>One connected system of the own side.</summary>
public sealed record SystemDetails(Guid Id) : IQuery<SystemDetails.Details>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageSystems);

    public sealed record Details(
        Guid Id, long Version, string ClientId, BilingualText Name, Guid OrganisationId, BilingualText Organisation, Government Government,
        SystemKind Kind, ConnectedSystemStatus Status, IReadOnlyList<string> RedirectAddresses, IReadOnlyList<string> SignOutAddresses,
        IReadOnlyList<string> Scopes, SystemAuthentication Authentication, IReadOnlyList<PublicKey> Keys, DateTimeOffset? CredentialAt, DateTimeOffset RegisteredAt);
}

internal sealed class SystemDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<SystemDetails, SystemDetails.Details>
{
    public async ValueTask<SystemDetails.Details> Handle(SystemDetails query, CancellationToken ct)
    {
        var s = await db.ConnectedSystems.AsNoTracking().Where(ConnectedSystem.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        var organisation = await db.Organisations.AsNoTracking().GetAsync(s.OrganisationId, ct);
        return new SystemDetails.Details(
            s.Id, s.Version, s.ClientId, s.Name, s.OrganisationId, organisation.NameOn(current.Actor.Today(clock)), s.Government, s.Kind, s.Status,
            s.RedirectAddresses, s.SignOutAddresses, s.Scopes, s.Authentication, PublicKeySet.Read(s.Keys).Keys?.Keys ?? [], s.CredentialAt, s.RegisteredAt);
    }
}
