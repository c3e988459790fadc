using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Takes a call back to draft with a reason that both desks read.</summary>
public sealed record ReturnCall(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall);
}

internal sealed class ReturnCallValidator : AbstractValidator<ReturnCall>
{
    public ReturnCallValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class ReturnCallHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<ReturnCall, Result>
{
    public async ValueTask<Result> Handle(ReturnCall command, CancellationToken ct)
    {
        var call = await db.CallAsync(command.Id, current.Actor, ct);
        call.Return(command.Reason, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
