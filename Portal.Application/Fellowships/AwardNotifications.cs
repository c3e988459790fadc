using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships;

/// <summary>Tells officials and officers whose move an award list is.</summary>
internal sealed class AwardNotifications(IPortalDb db, IMailer mail, TimeProvider clock) :
    INotificationHandler<AwardListProposed>,
    INotificationHandler<AwardListSigned>,
    INotificationHandler<AwardListAgreed>,
    INotificationHandler<AwardListReturned>
{
    public async ValueTask Handle(AwardListProposed e, CancellationToken ct) =>
        await TellAsync(e.ListId, Governments.Both, Role.DecidingOfficial, "Mail.Fellowships.ListProposed", ct);

    public async ValueTask Handle(AwardListSigned e, CancellationToken ct) =>
        await TellAsync(e.ListId, [e.Government.Other()], Role.DecidingOfficial, "Mail.Fellowships.ListSigned", ct);

    public async ValueTask Handle(AwardListAgreed e, CancellationToken ct) =>
        await TellAsync(e.ListId, Governments.Both, Role.ProgrammeOfficer, "Mail.Fellowships.ListAgreed", ct);

    public async ValueTask Handle(AwardListReturned e, CancellationToken ct) =>
        await TellAsync(e.ListId, Governments.Both, Role.ProgrammeOfficer, "Mail.Fellowships.ListReturned", ct);

    private async Task TellAsync(Guid listId, IEnumerable<Government> sides, Role role, string template, CancellationToken ct)
    {
        var list = await db.AwardLists.GetAsync(listId, ct);
        var call = await db.FellowshipCalls.GetAsync(list.CallId, ct);
        var slots = CallMail.Of(call);
        foreach (var side in sides)
        {
            foreach (var person in await db.StaffAsync(side, role, clock.GetUtcNow(), ct))
            {
                await mail.SendAsync(person, template, slots, $"/Fellowships/AwardLists/Details/{listId}", ct);
            }
        }
    }
}
