using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>The candidate takes the application back. It cannot be undone.</summary>
public sealed record WithdrawApplication(Guid Id) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

internal sealed class WithdrawApplicationHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<WithdrawApplication, Result>
{
    public async ValueTask<Result> Handle(WithdrawApplication command, CancellationToken ct)
    {
        var (application, _) = await db.OwnFellowshipCaseAsync(command.Id, current.Actor, ct);
        application.Withdraw(current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
