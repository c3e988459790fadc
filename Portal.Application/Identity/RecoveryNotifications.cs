using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>Tells the owner of every step on which a stolen password could take the account over, and an agency's administrators too (S-19, TH-18).</summary>
internal sealed class RecoveryNotifications(IPortalDb db, ILinkTokens tokens, IMailer mail, TimeProvider clock) :
    INotificationHandler<FactorRemovalPlanned>,
    INotificationHandler<RecoveryAsked>,
    INotificationHandler<RecoveryOpened>,
    INotificationHandler<FactorChanged>
{
    public async ValueTask Handle(FactorRemovalPlanned e, CancellationToken ct) =>
        await mail.SendAsync(e.PersonId, "Mail.Account.RemovalPlanned", new { e.DueAt }, "/Account/Factors", ct);

    public async ValueTask Handle(RecoveryAsked e, CancellationToken ct)
    {
        await mail.SendAsync(e.PersonId, "Mail.Account.RecoveryAsked", new { e.OpensAt }, tokens.StopPath(e.RequestId), ct);
        await TellAdministratorsAsync(e.PersonId, "Mail.Account.MemberRecoveryAsked", ct);
    }

    public async ValueTask Handle(RecoveryOpened e, CancellationToken ct) =>
        await mail.SendAsync(e.PersonId, "Mail.Account.RecoveryOpened", new { Hours = IAccountLinks.RecoveryHours }, tokens.EnterPath(e.RequestId), ct);

    public async ValueTask Handle(FactorChanged e, CancellationToken ct)
    {
        if (e.Change == FactorChange.RecoveryUsed)
        {
            await TellAdministratorsAsync(e.PersonId, "Mail.Account.MemberRecoveryUsed", ct);
        }
    }

    private async Task TellAdministratorsAsync(Guid personId, string template, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(ct);
        var name = await db.People.Where(p => p.Id == personId).Select(p => p.DisplayName).FirstOrDefaultAsync(ct) ?? "";
        foreach (var government in memberships.Where(m => m.IsInForce(Staff.Today(m.Government, now))).Select(m => m.Government).Distinct())
        {
            foreach (var administrator in (await db.StaffAsync(government, Role.Administrator, now, ct)).Where(a => a != personId))
            {
                await mail.SendAsync(administrator, template, new { Name = name }, "/Identity/Members", ct);
            }
        }
    }
}
