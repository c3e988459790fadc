using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Takes an entry off the list with its files, as long as no case rests on it.</summary>
public sealed record RemoveHeld(Guid Id) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class RemoveHeldHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<RemoveHeld, Result>
{
    public async ValueTask<Result> Handle(RemoveHeld command, CancellationToken ct)
    {
        var held = await db.HeldAsync(command.Id, current.Actor, ct);
        held.RequireFree(await db.RecognitionCases.AnyAsync(c => c.Certifications.Any(x => x.HeldId == held.Id), ct), current.Actor);
        db.HeldCertifications.Remove(held);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
