using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>The application is complete and goes on to the decision.</summary>
public sealed record ScreenIn(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ScreenFellowship);
}

internal sealed class ScreenInHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ScreenIn, Result>
{
    public async ValueTask<Result> Handle(ScreenIn command, CancellationToken ct)
    {
        var (application, _) = await db.FellowshipCaseAsync(command.Id, current.Actor, ct);
        application.RequireVersion(command.Version);
        application.ScreenIn(current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
