using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Records what a version of a certification proves about one statement, in place of what was recorded for it before.</summary>
public sealed record RecordClaim(Guid Id, Guid FrameworkId, string Statement, ClaimText Claim) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class RecordClaimValidator : AbstractValidator<RecordClaim>
{
    public RecordClaimValidator() => RuleFor(x => x.Claim.Source)
        .Must(s => CleanText.Line(s).Length <= EvidenceClaim.SourceLength && !CleanText.HasForbidden(s ?? "")).WithErrorCode("Recognition.Claim.SourceTooLong");
}

internal sealed class RecordClaimHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<RecordClaim, Result>
{
    public async ValueTask<Result> Handle(RecordClaim command, CancellationToken ct)
    {
        var version = await db.CertificationVersionAsync(command.Id, ct);
        var code = CleanText.Latin(command.Statement).ToUpperInvariant();
        var statement = await db.Frameworks.Where(f => f.Id == command.FrameworkId).SelectMany(f => f.Elements).FirstOrDefaultAsync(e => e.Code == code, ct)
            ?? throw new RefusedException(new Error("Recognition.Claim.UnknownStatement", nameof(command.Statement), new Dictionary<string, object?> { ["Statement"] = code }));
        var today = Staff.Today(current.Actor.Agency ?? throw new ForbiddenException(), clock.GetUtcNow());
        version.Record(statement, command.Claim with { Items = await db.ItemsOfAsync(version.CertificationId, command.Claim.Items, today, ct) }, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
