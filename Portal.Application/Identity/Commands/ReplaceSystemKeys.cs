using FluentValidation;
using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Public keys for a connected system, in place of its earlier keys or its secret.</summary>
/// <param name="Version">The version that the page showed.</param>
/// <param name="Keys">A JSON Web Key or key set, as pasted.</param>
public sealed record ReplaceSystemKeys(Guid Id, long Version, string? Keys) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();
}

internal sealed class ReplaceSystemKeysValidator : AbstractValidator<ReplaceSystemKeys>
{
    public ReplaceSystemKeysValidator() => RuleFor(x => x.Keys).PublicKeys();
}

internal sealed class ReplaceSystemKeysHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current, TimeProvider clock)
    : ICommandHandler<ReplaceSystemKeys, Result>
{
    public async ValueTask<Result> Handle(ReplaceSystemKeys command, CancellationToken ct)
    {
        var system = await db.SystemAsync(command.Id, command.Version, current.Actor, ct);
        system.UseKeys(PublicKeySet.Read(command.Keys).Keys!, clock.GetUtcNow());
        await clients.KeepInStepAsync(system, ct);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
