using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Puts a complete draft before both governments.</summary>
public sealed record SendCallForCheck(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall);
}

internal sealed class SendCallForCheckHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<SendCallForCheck, Result>
{
    public async ValueTask<Result> Handle(SendCallForCheck command, CancellationToken ct)
    {
        var call = await db.CallAsync(command.Id, current.Actor, ct);
        call.RequireVersion(command.Version);
        if (CallReadiness.Problems(call.Content) is { Count: > 0 } problems)
        {
            return Result.Refused(problems);
        }

        call.SendForCheck(current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
