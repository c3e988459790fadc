using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Asks the source authority, through its government, whether the certification stands.</summary>
public sealed record AskVerification(Guid Id, long Version, string Authority, VerificationChannel? Channel, string Inquiry) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase);
}

internal sealed class AskVerificationValidator : AbstractValidator<AskVerification>
{
    public AskVerificationValidator()
    {
        RuleFor(x => x.Authority).Must(a => CleanText.Line(a).Length is > 0 and <= 200 && !CleanText.HasForbidden(a)).WithErrorCode("Cases.Verify.AuthorityMissing");
        RuleFor(x => x.Channel).NotNull().WithErrorCode("Cases.Verify.ChannelMissing");
        RuleFor(x => x.Inquiry).OptionalCaseText();
    }
}

internal sealed class AskVerificationHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AskVerification, Result>
{
    public async ValueTask<Result> Handle(AskVerification command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.AskVerification(command.Authority, command.Channel!.Value, command.Inquiry, await db.CaseCalendarAsync(found.HostGovernment, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
