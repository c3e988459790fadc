using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Takes the role that a mailed link offers. Only for the person with the invited address; whoever can sign in has confirmed theirs.</summary>
public sealed record AcceptInvitation(string Token) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.SignedIn;
}

internal sealed class AcceptInvitationHandler(IPortalDb db, ICurrentActor current, ILinkTokens tokens, TimeProvider clock) : ICommandHandler<AcceptInvitation, Result>
{
    public async ValueTask<Result> Handle(AcceptInvitation command, CancellationToken ct)
    {
        var membership = await db.InvitationAsync(tokens, command.Token, ct) ?? throw new RefusedException("Identity.Invite.LinkVoid");
        var me = await db.People.GetAsync(current.Actor.UserId, ct);
        if (me.MailAddress != membership.InvitedAddress)
        {
            throw new RefusedException("Identity.Invite.OtherAddress", membership);
        }

        var others = await db.Memberships.Where(m => m.PersonId == me.Id).ToListAsync(ct);
        membership.Accept(me.Id, others, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
