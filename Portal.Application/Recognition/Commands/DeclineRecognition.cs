using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Declines for the host, with what was found, the reasons and what the holder can do.</summary>
public sealed record DeclineRecognition(Guid Id, long Version, string ReasonJa, string ReasonEn, string RemedyJa, string RemedyEn) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase).WithFreshProof();
}

internal sealed class DeclineRecognitionValidator : AbstractValidator<DeclineRecognition>
{
    public DeclineRecognitionValidator()
    {
        RuleFor(x => x.ReasonJa).CaseText("Cases.Decide.ReasonMissing");
        RuleFor(x => x.ReasonEn).CaseText("Cases.Decide.ReasonMissing");
        RuleFor(x => x.RemedyJa).CaseText("Cases.Decide.RemedyMissing");
        RuleFor(x => x.RemedyEn).CaseText("Cases.Decide.RemedyMissing");
    }
}

internal sealed class DeclineRecognitionHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<DeclineRecognition, Result>
{
    public async ValueTask<Result> Handle(DeclineRecognition command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.Decline(
            new BilingualText(command.ReasonJa, command.ReasonEn), new BilingualText(command.RemedyJa, command.RemedyEn),
            await db.CaseCalendarAsync(found.HostGovernment, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
