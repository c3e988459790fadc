using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>A deciding official sends the list back with a reason; every key turned so far is void.</summary>
public sealed record ReturnAwardList(Guid Id, string Reason) : ICommand<Result>, IPortalMessage, IHasReason
{
    public static Access Access => Access.Holding(Permission.AgreeAwardList);
}

internal sealed class ReturnAwardListValidator : AbstractValidator<ReturnAwardList>
{
    public ReturnAwardListValidator() => RuleFor(x => x.Reason).Reason();
}

internal sealed class ReturnAwardListHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ReturnAwardList, Result>
{
    public async ValueTask<Result> Handle(ReturnAwardList command, CancellationToken ct)
    {
        var list = await db.AwardListAsync(command.Id, current.Actor, ct);
        list.Return(command.Reason, await db.CasesOfCallAsync(list.CallId, ct), current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
