using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Starts a call as a draft of either government.</summary>
public sealed record WriteCall(string Code, CallContent Content) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall);
}

internal sealed class WriteCallValidator : AbstractValidator<WriteCall>
{
    public WriteCallValidator(IPortalDb db)
    {
        RuleFor(x => x.Code).Cascade(CascadeMode.Stop)
            .Must(code => code is { Length: >= 2 and <= 10 } && code.All(char.IsAsciiLetterOrDigit)).WithErrorCode("Fellowships.Call.CodeShape")
            .MustAsync(async (code, ct) => !await db.FellowshipCalls.AnyAsync(c => c.Code == code.ToUpperInvariant(), ct)).WithErrorCode("Fellowships.Call.CodeTaken");
        RuleFor(x => x.Content).SetValidator(new CallContentValidator());
    }
}

internal sealed class WriteCallHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<WriteCall, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(WriteCall command, CancellationToken ct)
    {
        var call = FellowshipCall.Write(command.Code, command.Content, current.Actor);
        db.FellowshipCalls.Add(call);
        await db.SaveChangesAsync(ct);
        return call.Id;
    }
}
