using FluentValidation;
using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Upholds a refusal, or puts a grant in its place.</summary>
public sealed record DecideCaseReview(Guid Id, long Version, bool? Varies, string AnswerJa, string AnswerEn) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DecideCaseReview).WithFreshProof();
}

internal sealed class DecideCaseReviewValidator : AbstractValidator<DecideCaseReview>
{
    public DecideCaseReviewValidator()
    {
        RuleFor(x => x.Varies).NotNull().WithErrorCode("Cases.Review.ResultMissing");
        RuleFor(x => x.AnswerJa).CaseText("Cases.Decide.ReasonMissing");
        RuleFor(x => x.AnswerEn).CaseText("Cases.Decide.ReasonMissing");
    }
}

internal sealed class DecideCaseReviewHandler(IPortalDb db, StatementIssue issue, ICurrentActor current, TimeProvider clock) : ICommandHandler<DecideCaseReview, Result>
{
    public async ValueTask<Result> Handle(DecideCaseReview command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        var answer = new BilingualText(command.AnswerJa, command.AnswerEn);
        if (command.Varies == false)
        {
            found.Uphold(answer, current.Actor, now);
        }
        else if (await db.GrantableAsync(found, now, ct) is var granted
            && found.Vary(granted.Conditions, answer, current.Actor, now, await db.MeasuresByAsync(found, granted, null, now, ct)))
        {
            await issue.IssueAsync(found, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
