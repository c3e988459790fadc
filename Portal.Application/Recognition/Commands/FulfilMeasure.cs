using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records that a compensation measure is done; with the last one the statement is issued.</summary>
public sealed record FulfilMeasure(Guid Id, long Version, int Number, string Note) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase).WithFreshProof();
}

internal sealed class FulfilMeasureValidator : AbstractValidator<FulfilMeasure>
{
    public FulfilMeasureValidator() => RuleFor(x => x.Note).CaseText("Cases.Measure.NoteMissing");
}

internal sealed class FulfilMeasureHandler(IPortalDb db, StatementIssue issue, ICurrentActor current, TimeProvider clock) : ICommandHandler<FulfilMeasure, Result>
{
    public async ValueTask<Result> Handle(FulfilMeasure command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        if (found.Fulfil(command.Number, command.Note, current.Actor, now))
        {
            await issue.IssueAsync(found, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
