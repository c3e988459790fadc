using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The holder takes the request back. It cannot be undone, and it is no refusal.</summary>
public sealed record WithdrawCase(Guid Id) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class WithdrawCaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<WithdrawCase, Result>
{
    public async ValueTask<Result> Handle(WithdrawCase command, CancellationToken ct)
    {
        var own = await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct);
        own.Withdraw(current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
