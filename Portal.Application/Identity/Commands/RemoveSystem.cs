using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Ends a connected system for good. Its history stays.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record RemoveSystem(Guid Id, long Version, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();
}

internal sealed class RemoveSystemValidator : AbstractValidator<RemoveSystem>
{
    public RemoveSystemValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class RemoveSystemHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current) : ICommandHandler<RemoveSystem, Result>
{
    public async ValueTask<Result> Handle(RemoveSystem command, CancellationToken ct)
    {
        var system = await db.SystemAsync(command.Id, command.Version, current.Actor, ct);
        system.Remove();
        await db.SaveChangesAsync(ct);
        await clients.RemoveAsync(system, ct);
        return Result.Success;
    }
}
