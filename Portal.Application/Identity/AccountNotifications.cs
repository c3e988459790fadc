using Mediator;
using Portal.Application.Identity.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Identity;

/// <summary>Mails about the account itself. They go to the address of the account only, so the page that asked for them need not say whether there is one (S-17).</summary>
internal sealed class AccountNotifications(IAccountLinks links, IMailer mail) :
    INotificationHandler<AccountRegistered>,
    INotificationHandler<RegistrationRepeated>,
    INotificationHandler<PasswordResetAsked>,
    INotificationHandler<PasswordChanged>,
    INotificationHandler<FactorChanged>,
    INotificationHandler<SignedOutByAdministrator>
{
    public async ValueTask Handle(AccountRegistered e, CancellationToken ct) => await AskToConfirmAsync(e.PersonId, ct);

    public async ValueTask Handle(RegistrationRepeated e, CancellationToken ct)
    {
        if (!await AskToConfirmAsync(e.PersonId, ct))
        {
            await mail.SendAsync(e.PersonId, "Mail.Account.AlreadyRegistered", new { }, "/Account/SignIn", ct);
        }
    }

    public async ValueTask Handle(PasswordResetAsked e, CancellationToken ct) =>
        await mail.SendAsync(
            e.PersonId, "Mail.Account.ResetPassword", new { Minutes = (int)IAccountLinks.ResetLife.TotalMinutes }, await links.ResetPathAsync(e.PersonId), ct);

    public async ValueTask Handle(PasswordChanged e, CancellationToken ct) =>
        await mail.SendAsync(e.PersonId, "Mail.Account.PasswordChanged", new { }, "/Account/ForgotPassword", ct);

    public async ValueTask Handle(FactorChanged e, CancellationToken ct) =>
        await mail.SendAsync(e.PersonId, $"Mail.Account.{e.Change}", new { }, "/Account/Factors", ct);

    public async ValueTask Handle(SignedOutByAdministrator e, CancellationToken ct) =>
        await mail.SendAsync(e.PersonId, "Mail.Account.SignedOut", new { }, "/Account/Factors", ct);

    private async Task<bool> AskToConfirmAsync(Guid personId, CancellationToken ct)
    {
        if (await links.ConfirmationPathAsync(personId) is not { } path)
        {
            return false;
        }

        await mail.SendAsync(personId, "Mail.Account.ConfirmAddress", new { Hours = (int)IAccountLinks.ConfirmationLife.TotalHours }, path, ct);
        return true;
    }
}
