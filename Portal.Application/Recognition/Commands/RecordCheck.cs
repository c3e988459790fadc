using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records whether one section passes, in place of what was recorded before.</summary>
public sealed record RecordCheck(Guid Id, long Version, CaseSection? Section, bool? Passes, FailureReason? Failure, string Note) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase);
}

internal sealed class RecordCheckValidator : AbstractValidator<RecordCheck>
{
    public RecordCheckValidator()
    {
        RuleFor(x => x.Section).NotNull().WithErrorCode("Cases.Check.SectionMissing");
        RuleFor(x => x.Passes).NotNull().WithErrorCode("Cases.Check.ResultMissing");
        RuleFor(x => x.Failure).NotNull().When(x => x.Passes == false).WithErrorCode("Cases.Check.FailureMissing");
        RuleFor(x => x.Note).OptionalCaseText();
    }
}

internal sealed class RecordCheckHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<RecordCheck, Result>
{
    public async ValueTask<Result> Handle(RecordCheck command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.Record(command.Section!.Value, command.Passes == true ? null : command.Failure, command.Note, current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
