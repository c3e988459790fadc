using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records that a compensation measure was not passed, when and why.</summary>
public sealed record FailMeasure(Guid Id, long Version, int FailedNumber, DateOnly? FailedOn, string FailedJa, string FailedEn) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase).WithFreshProof();
}

internal sealed class FailMeasureValidator : AbstractValidator<FailMeasure>
{
    public FailMeasureValidator()
    {
        RuleFor(x => x.FailedOn).NotNull().WithErrorCode("Cases.Measure.FailedOnMissing");
        RuleFor(x => x.FailedJa).CaseText("Cases.Decide.ReasonMissing");
        RuleFor(x => x.FailedEn).CaseText("Cases.Decide.ReasonMissing");
    }
}

internal sealed class FailMeasureHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<FailMeasure, Result>
{
    public async ValueTask<Result> Handle(FailMeasure command, CancellationToken ct)
    {
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.Fail(command.FailedNumber, command.FailedOn!.Value, new BilingualText(command.FailedJa, command.FailedEn), current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
