using FluentValidation;
using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Changes what a connected system is called, who answers for it, and what it may ask for. Its kind stays.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record ChangeSystem(
    Guid Id, long Version, Guid? OrganisationId, SystemKind? Kind, string? Ja, string? En, string? RedirectAddresses, string? SignOutAddresses,
    IReadOnlyList<string> Scopes) : ICommand<Result>, IPortalMessage, ISystemInput
{
    public static Access Access => Access.Holding(Permission.ManageSystems).WithFreshProof();
}

internal sealed class ChangeSystemValidator : AbstractValidator<ChangeSystem>
{
    public ChangeSystemValidator() => Include(new SystemInputValidator());
}

internal sealed class ChangeSystemHandler(IPortalDb db, IProtocolClients clients, ICurrentActor current) : ICommandHandler<ChangeSystem, Result>
{
    public async ValueTask<Result> Handle(ChangeSystem command, CancellationToken ct)
    {
        var system = await db.SystemAsync(command.Id, command.Version, current.Actor, ct);
        system.Change(await db.AnsweringAsync(command.OrganisationId, current.Actor, ct), command.Profile());
        await clients.KeepInStepAsync(system, ct);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
