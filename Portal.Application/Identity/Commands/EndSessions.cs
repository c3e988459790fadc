using FluentValidation;
using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Signs a member out everywhere at once, on the next request (S-10); what other systems were given ends too. The role stays.</summary>
/// <param name="Id">The membership; only while it is in force may an administrator reach the person.</param>
public sealed record EndSessions(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.InviteMembers);
}

internal sealed class EndSessionsValidator : AbstractValidator<EndSessions>
{
    public EndSessionsValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class EndSessionsHandler(IPortalDb db, ICurrentActor current, ISignInSessions sessions, TimeProvider clock) : ICommandHandler<EndSessions, Result>
{
    public async ValueTask<Result> Handle(EndSessions command, CancellationToken ct)
    {
        var membership = await db.Memberships.Where(Membership.VisibleTo(current.Actor)).GetAsync(command.Id, ct);
        var personId = membership.SignOut(current.Actor.Today(clock));
        await db.SaveChangesAsync(ct);
        await sessions.EndAllAsync(personId, ct);
        return Result.Success;
    }
}
