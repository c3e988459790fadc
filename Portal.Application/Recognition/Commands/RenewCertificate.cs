using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Brings the renewed certificates of the holder's list into a running case.</summary>
public sealed record RenewCertificate(Guid Id, long Version) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class RenewCertificateHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<RenewCertificate, Result>
{
    public async ValueTask<Result> Handle(RenewCertificate command, CancellationToken ct)
    {
        var (own, now) = (await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct), clock.GetUtcNow());
        own.RequireVersion(command.Version);
        var held = await db.HeldOfCaseAsync(own, ct);
        own.Renew(held, await db.HeldStateAsync(held, now, ct), current.Actor, now);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
