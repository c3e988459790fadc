using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Decides for the host: recognised, or recognised once a measure is fulfilled, as the version says.</summary>
public sealed record GrantRecognition(Guid Id, long Version, string TextJa, string TextEn) : ICommand<Result>, IPortalMessage
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
        var conditions = await db.GrantableConditionsAsync(found, now, ct);
        found.Grant(conditions, new BilingualText(command.TextJa, command.TextEn), current.Actor, now);
        if (conditions.Count == 0)
        {
            await issue.IssueAsync(found, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
