using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity.Commands;

/// <summary>Sends a new link for an open invitation; the earlier link stops working.</summary>
public sealed record InviteAgain(Guid Id) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.InviteMembers);
}

internal sealed class InviteAgainHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<InviteAgain, Result>
{
    public async ValueTask<Result> Handle(InviteAgain command, CancellationToken ct)
    {
        var membership = await db.Memberships.Where(Membership.VisibleTo(current.Actor)).GetAsync(command.Id, ct);
        membership.InviteAgain(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
