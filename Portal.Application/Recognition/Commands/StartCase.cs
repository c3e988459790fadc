using System.Security.Cryptography;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>Starts a request for recognition under a version that is in force, or finds the one already begun.</summary>
public sealed record StartCase(Guid VersionId) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class StartCaseHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<StartCase, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(StartCase command, CancellationToken ct)
    {
        var (me, now) = (current.Actor.UserId, clock.GetUtcNow());
        var begun = await db.RecognitionCases.Where(c => c.HolderId == me && c.EquivalenceVersionId == command.VersionId && c.OpenKey != null).Select(c => c.Id).FirstOrDefaultAsync(ct);
        if (begun != Guid.Empty)
        {
            return begun;
        }

        var published = await db.PublishedAsync(command.VersionId, now, ct);
        await db.RequireNotBarredAsync(published.Equivalence.Id, current.Actor, ct);
        var held = await db.HeldForAsync(published.Equivalence.Source, current.Actor, ct);
        var started = RecognitionCase.Start(await FreeNumberAsync(ct), published.Basis, held, current.Actor, now);
        db.RecognitionCases.Add(started);
        await db.SaveChangesAsync(ct);
        return started.Id;
    }

    private async Task<string> FreeNumberAsync(CancellationToken ct)
    {
        while (true)
        {
            var number = $"RC-{RandomNumberGenerator.GetInt32(1_000_000):000000}";
            if (!await db.RecognitionCases.AnyAsync(c => c.Number == number, ct))
            {
                return number;
            }
        }
    }
}
