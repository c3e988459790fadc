using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Takes back what was claimed for one statement.</summary>
public sealed record RemoveClaim(Guid Id, Guid ClaimId) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DescribeCertifications);
}

internal sealed class RemoveClaimHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RemoveClaim, Result>
{
    public async ValueTask<Result> Handle(RemoveClaim command, CancellationToken ct)
    {
        var version = await db.CertificationVersionAsync(command.Id, ct);
        version.Remove(command.ClaimId, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
