using FluentValidation;
using Mediator;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>A second person says whether an adverse answer stands against recognition.</summary>
public sealed record GiveSecondOpinion(Guid Id, long Version, bool? StandsAgainst, FailureReason? Failure, string Reason) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReviewRecognitionCase);
}

internal sealed class GiveSecondOpinionValidator : AbstractValidator<GiveSecondOpinion>
{
    public GiveSecondOpinionValidator()
    {
        RuleFor(x => x.StandsAgainst).NotNull().WithErrorCode("Cases.Opinion.Missing");
        RuleFor(x => x.Failure).NotNull().When(x => x.StandsAgainst == true).WithErrorCode("Cases.Check.FailureMissing");
        RuleFor(x => x.Reason).CaseText("Cases.Opinion.ReasonMissing");
    }
}

internal sealed class GiveSecondOpinionHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<GiveSecondOpinion, Result>
{
    public async ValueTask<Result> Handle(GiveSecondOpinion command, CancellationToken ct)
    {
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.GiveOpinion(command.StandsAgainst == true ? command.Failure : null, command.Reason, current.Actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
