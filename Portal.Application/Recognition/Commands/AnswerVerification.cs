using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The source side's answer for its authority.</summary>
public sealed record AnswerVerification(Guid Id, long Version, bool? IsConfirmed, string Note) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AssessRecognitionCase);
}

internal sealed class AnswerVerificationValidator : AbstractValidator<AnswerVerification>
{
    public AnswerVerificationValidator()
    {
        RuleFor(x => x.IsConfirmed).NotNull().WithErrorCode("Cases.Verify.AnswerMissing");
        RuleFor(x => x.Note).CaseText("Cases.Verify.NoteMissing");
    }
}

internal sealed class AnswerVerificationHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<AnswerVerification, Result>
{
    public async ValueTask<Result> Handle(AnswerVerification command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.StaffRecognitionCaseAsync(command.Id, command.Version, current.Actor, ct);
        found.AnswerVerification(command.IsConfirmed!.Value, command.Note, current.Actor, now);
        var ids = found.Certifications.Select(c => c.HeldId).ToList();
        foreach (var held in await db.HeldCertifications.Where(h => ids.Contains(h.Id)).ToListAsync(ct))
        {
            held.TakeAnswer(command.IsConfirmed.Value, now);
        }

        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
