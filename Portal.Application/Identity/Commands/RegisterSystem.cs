using System.Text.Json.Serialization;
using FluentValidation;
using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>A new connected system of an organisation of the own side.</summary>
public sealed record RegisterSystem(
    Guid? OrganisationId, SystemKind? Kind, string? Ja, string? En, string? RedirectAddresses, string? SignOutAddresses, IReadOnlyList<string> Scopes,
    SystemAuthentication? Authentication, string? Keys) : ICommand<Result<RegisterSystem.Registered>>, IPortalMessage, ISystemInput
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();

    /// <param name="Secret">Shown once and kept nowhere: the answer that a repeated click gets is stored without it.</param>
    public sealed record Registered(Guid Id, [property: JsonIgnore] string? Secret = null);
}

internal sealed class RegisterSystemValidator : AbstractValidator<RegisterSystem>
{
    public RegisterSystemValidator()
    {
        Include(new SystemInputValidator());
        RuleFor(x => x.Authentication).Cascade(CascadeMode.Stop)
            .NotNull().WithErrorCode("Identity.System.AuthenticationMissing")
            .Must((x, a) => x.Kind != SystemKind.Native || a == SystemAuthentication.None).WithErrorCode("Identity.System.NoCredential")
            .Must((x, a) => x.Kind is null or SystemKind.Native || a != SystemAuthentication.None).WithErrorCode("Identity.System.CredentialNeeded");
        RuleFor(x => x.Keys).PublicKeys(x => x.Authentication == SystemAuthentication.Key);
    }
}

internal sealed class RegisterSystemHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current, TimeProvider clock)
    : ICommandHandler<RegisterSystem, Result<RegisterSystem.Registered>>
{
    public async ValueTask<Result<RegisterSystem.Registered>> Handle(RegisterSystem command, CancellationToken ct)
    {
        var organisation = await db.AnsweringAsync(command.OrganisationId, current.Actor, ct);
        var system = ConnectedSystem.Register(organisation, command.Profile(), clock.GetUtcNow());
        var secret = command.Authentication == SystemAuthentication.Secret ? system.RenewSecret(clock.GetUtcNow()) : null;
        if (command.Authentication == SystemAuthentication.Key)
        {
            system.UseKeys(PublicKeySet.Read(command.Keys).Keys!, clock.GetUtcNow());
        }

        db.ConnectedSystems.Add(system);
        await clients.KeepInStepAsync(system, ct);
        await db.SaveChangesAsync(ct);
        return new RegisterSystem.Registered(system.Id, secret);
    }
}
