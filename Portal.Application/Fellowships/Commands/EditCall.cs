using FluentValidation;
using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Changes a call. In a joint check this voids both approvals.</summary>
/// <param name="Version">The version that the page showed.</param>
public sealed record EditCall(Guid Id, long Version, CallContent Content) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall);
}

internal sealed class EditCallValidator : AbstractValidator<EditCall>
{
    public EditCallValidator() => RuleFor(x => x.Content).SetValidator(new CallContentValidator());
}

internal sealed class EditCallHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<EditCall, Result>
{
    public async ValueTask<Result> Handle(EditCall command, CancellationToken ct)
    {
        var call = await db.CallAsync(command.Id, current.Actor, ct);
        call.RequireVersion(command.Version);
        call.Edit(command.Content, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
