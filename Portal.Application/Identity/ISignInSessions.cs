namespace Portal.Application.Identity;

/// <summary>The signed-in browsers of people.</summary>
public interface ISignInSessions
{
    /// <summary>Signs a person out everywhere, in the transaction of the command.</summary>
    Task EndAllAsync(Guid personId, CancellationToken ct);
}
