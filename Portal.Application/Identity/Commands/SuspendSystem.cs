using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Shuts a connected system out at once: it gets nothing new, and what it holds is void.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record SuspendSystem(Guid Id, long Version, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();
}

internal sealed class SuspendSystemValidator : AbstractValidator<SuspendSystem>
{
    public SuspendSystemValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class SuspendSystemHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current) : ICommandHandler<SuspendSystem, Result>
{
    public async ValueTask<Result> Handle(SuspendSystem command, CancellationToken ct)
    {
        var system = await db.SystemAsync(command.Id, command.Version, current.Actor, ct);
        system.Suspend();
        await clients.KeepInStepAsync(system, ct);
        await db.SaveChangesAsync(ct);
        await clients.RevokeAsync(system, ct);
        return Result.Success;
    }
}
