using FluentValidation;
using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Ends a role, or takes an invitation back.</summary>
/// <param name="LastDay">The last day of the role; null ends it at once, so that it no longer counts on the next request, and signs the person out everywhere.</param>
public sealed record EndMembership(Guid Id, DateOnly? LastDay, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.InviteMembers);
}

internal sealed class EndMembershipValidator : AbstractValidator<EndMembership>
{
    public EndMembershipValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class EndMembershipHandler(IPortalDb db, ICurrentActor current, ISignInSessions sessions, TimeProvider clock) : ICommandHandler<EndMembership, Result>
{
    public async ValueTask<Result> Handle(EndMembership command, CancellationToken ct)
    {
        var membership = await db.Memberships.Where(Membership.VisibleTo(current.Actor)).GetAsync(command.Id, ct);
        membership.End(command.LastDay ?? current.Actor.Today(clock).AddDays(-1), current.Actor);
        await db.SaveChangesAsync(ct);
        if (command.LastDay is null && membership.PersonId is { } personId)
        {
            await sessions.EndAllAsync(personId, ct);
        }

        return Result.Success;
    }
}
