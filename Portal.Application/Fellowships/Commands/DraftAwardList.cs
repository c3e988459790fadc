using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Starts the proposed list of a closed call, or finds the one begun by either government.</summary>
public sealed record DraftAwardList(Guid CallId) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DraftAwardList);
}

internal sealed class DraftAwardListHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<DraftAwardList, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(DraftAwardList command, CancellationToken ct)
    {
        var begun = await db.AwardLists.Where(l => l.CallId == command.CallId).Select(l => l.Id).FirstOrDefaultAsync(ct);
        if (begun != Guid.Empty)
        {
            return begun;
        }

        var call = await db.CallAsync(command.CallId, current.Actor, ct);
        var cases = await db.CasesOfCallAsync(call.Id, ct);
        var list = AwardList.Draft(call, [.. cases.Where(a => a.Status == FellowshipApplicationStatus.ScreenedIn)], current.Actor, clock.GetUtcNow());
        db.AwardLists.Add(list);
        await db.SaveChangesAsync(ct);
        return list.Id;
    }
}
