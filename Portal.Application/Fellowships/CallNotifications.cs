using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships;

/// <summary>Tells the programme desks what happens to a call.</summary>
internal sealed class CallNotifications(IPortalDb db, IMailer mail, TimeProvider clock) :
    INotificationHandler<CallSentForCheck>,
    INotificationHandler<CallSigned>,
    INotificationHandler<CallApproved>,
    INotificationHandler<CallApprovalsVoided>
{
    public async ValueTask Handle(CallSentForCheck e, CancellationToken ct) =>
        await TellAsync(e.CallId, Governments.Both, "Mail.Fellowships.CallSentForCheck", ct);

    public async ValueTask Handle(CallSigned e, CancellationToken ct) =>
        await TellAsync(e.CallId, [e.Government.Other()], "Mail.Fellowships.CallSigned", ct);

    public async ValueTask Handle(CallApproved e, CancellationToken ct) =>
        await TellAsync(e.CallId, Governments.Both, "Mail.Fellowships.CallApproved", ct);

    public async ValueTask Handle(CallApprovalsVoided e, CancellationToken ct) =>
        await TellAsync(e.CallId, Governments.Both, $"Mail.Fellowships.CallVoided{e.Why}", ct);

    private async Task TellAsync(Guid callId, IEnumerable<Government> desks, string template, CancellationToken ct)
    {
        var call = await db.FellowshipCalls.GetAsync(callId, ct);
        var slots = CallMail.Of(call);
        foreach (var desk in desks)
        {
            foreach (var officer in await db.StaffAsync(desk, Role.ProgrammeOfficer, clock.GetUtcNow(), ct))
            {
                await mail.SendAsync(officer, template, slots, $"/Fellowships/CallDesk/Details/{callId}", ct);
            }
        }
    }
}
