namespace Portal.Application.Identity;

/// <summary>Paths with a secret for mails about the account itself. Made when the mail is written, stored nowhere.</summary>
public interface IAccountLinks
{
    /// <summary>How long a link can be used.</summary>
    static readonly TimeSpan ConfirmationLife = TimeSpan.FromHours(24), ResetLife = TimeSpan.FromHours(1);

    /// <summary>How long the link of a recovery can be used, once the day to stop it has passed.</summary>
    const int RecoveryHours = 24;

    /// <returns>Null when the address is confirmed already.</returns>
    Task<string?> ConfirmationPathAsync(Guid personId);

    Task<string> ResetPathAsync(Guid personId);
}
