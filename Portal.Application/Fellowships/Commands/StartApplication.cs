using System.Security.Cryptography;
using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Starts the candidate's application to a call, or finds the one already begun.</summary>
/// <param name="Side">The government that the candidate declares to be nominated by.</param>
public sealed record StartApplication(Guid CallId, Government Side) : ICommand<Result<Guid>>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);
}

internal sealed class StartApplicationHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : ICommandHandler<StartApplication, Result<Guid>>
{
    public async ValueTask<Result<Guid>> Handle(StartApplication command, CancellationToken ct)
    {
        var me = current.Actor.UserId;
        var begun = await db.FellowshipApplications
            .Where(a => a.CallId == command.CallId && a.ApplicantId == me && a.Status != FellowshipApplicationStatus.Withdrawn)
            .Select(a => a.Id).FirstOrDefaultAsync(ct);
        if (begun != Guid.Empty)
        {
            return begun;
        }

        var call = await db.CallAsync(command.CallId, current.Actor, ct);
        var application = FellowshipApplication.Start(call, command.Side, await FreeNumberAsync(call, ct), current.Actor, clock.GetUtcNow());
        db.FellowshipApplications.Add(application);
        await db.SaveChangesAsync(ct);
        return application.Id;
    }

    private async Task<int> FreeNumberAsync(FellowshipCall call, CancellationToken ct)
    {
        while (true)
        {
            var digits = RandomNumberGenerator.GetInt32(1_000_000);
            var number = $"{call.Code}-{digits:000000}";
            if (!await db.FellowshipApplications.AnyAsync(a => a.Number == number, ct))
            {
                return digits;
            }
        }
    }
}
