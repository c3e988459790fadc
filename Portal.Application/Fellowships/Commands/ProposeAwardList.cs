using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Puts the list before both deciding officials.</summary>
public sealed record ProposeAwardList(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DraftAwardList);
}

internal sealed class ProposeAwardListHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ProposeAwardList, Result>
{
    public async ValueTask<Result> Handle(ProposeAwardList command, CancellationToken ct)
    {
        var list = await db.AwardListAsync(command.Id, current.Actor, ct);
        list.RequireVersion(command.Version);
        var call = await db.FellowshipCalls.GetAsync(list.CallId, ct);
        list.Propose(await db.CasesOfCallAsync(call.Id, ct), call.Content.Awards, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
