using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>A deciding official agrees on the list whose hash was shown.</summary>
public sealed record SignAwardList(Guid Id, string SeenHash) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AgreeAwardList).WithFreshProof();
}

internal sealed class SignAwardListHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<SignAwardList, Result>
{
    public async ValueTask<Result> Handle(SignAwardList command, CancellationToken ct)
    {
        var list = await db.AwardListAsync(command.Id, current.Actor, ct);
        list.Agree(command.SeenHash, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
