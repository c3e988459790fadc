using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Decides for the host: recognised, or recognised once a measure is fulfilled, as the version says.</summary>
/// <param name="MeasuresBy">By when, until 17:00 on the host's calendar; null for the usual time.</param>
public sealed record GrantRecognition(Guid Id, long Version, string TextJa, string TextEn, DateOnly? MeasuresBy = null) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase).WithFreshProof();
}

internal sealed class GrantRecognitionValidator : AbstractValidator<GrantRecognition>
{
    public GrantRecognitionValidator()
    {
        RuleFor(x => x.TextJa).CaseText("Cases.Decide.ReasonMissing");
        RuleFor(x => x.TextEn).CaseText("Cases.Decide.ReasonMissing");
    }
}

internal sealed class GrantRecognitionHandler(IPortalDb db, StatementIssue issue, ICurrentActor current, TimeProvider clock) : ICommandHandler<GrantRecognition, Result>
{
    public async ValueTask<Result> Handle(GrantRecognition command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        var granted = await db.GrantableAsync(found, now, ct);
        var by = await db.MeasuresByAsync(found, granted, command.MeasuresBy, now, ct);
        found.Grant(granted.Conditions, new BilingualText(command.TextJa, command.TextEn), current.Actor, now, by);
        if (granted.Conditions.Count == 0)
        {
            await issue.IssueAsync(found, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
