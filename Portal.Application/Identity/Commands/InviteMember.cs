using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Invites somebody by mail to a role at an organisation of the own side. The command line may do it for any side: the first administrator comes in this way.</summary>
/// <param name="StartsOn">Null for today, on the calendar of the organisation's government.</param>
/// <param name="EndsOn">The last day; null while open-ended.</param>
public sealed record InviteMember(Guid? OrganisationId, Role? Role, string? Address, DateOnly? StartsOn, DateOnly? EndsOn) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.InviteMembers).Or(Access.System);
}

internal sealed class InviteMemberValidator : AbstractValidator<InviteMember>
{
    public InviteMemberValidator()
    {
        RuleFor(x => x.OrganisationId).NotNull().WithErrorCode("Identity.Invite.OrganisationMissing");
        RuleFor(x => x.Role).NotNull().WithErrorCode("Identity.Invite.RoleMissing");
        RuleFor(x => x.Address).Must(a => MailAddress.TryCanonical(a, out _)).WithErrorCode("Identity.Invite.AddressInvalid");
    }
}

internal sealed class InviteMemberHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<InviteMember, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(InviteMember command, CancellationToken ct)
    {
        MailAddress.TryCanonical(command.Address, out var address);
        var organisation = await db.Organisations.Where(Organisation.VisibleTo(current.Actor)).GetAsync(command.OrganisationId!.Value, ct);
        var today = Staff.Today(organisation.Government, clock.GetUtcNow());
        var membership = Membership.Invite(
            organisation, command.Role!.Value, address, command.StartsOn ?? today, command.EndsOn, clock.GetUtcNow());
        if (await IsMemberAlreadyAsync(membership, today, ct))
        {
            throw new RefusedException(new Error("Identity.Invite.AlreadyInvited", nameof(command.Address)));
        }

        db.Memberships.Add(membership);
        await db.SaveChangesAsync(ct);
        return membership.Id;
    }

    private async Task<bool> IsMemberAlreadyAsync(Membership wanted, DateOnly today, CancellationToken ct) =>
        await db.Memberships.AnyAsync(
            m => m.OrganisationId == wanted.OrganisationId && m.Role == wanted.Role && m.InvitedAddress == wanted.InvitedAddress
                && !m.EndedEarly && (m.EndsOn == null || m.EndsOn >= today),
            ct);
}
