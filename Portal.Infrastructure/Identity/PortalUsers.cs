using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Portal.Infrastructure.Identity;

/// <summary>Identity's manager, where everything that hashes a password takes its turn (S-18).</summary>
internal sealed class PortalUsers(
    IUserStore<PortalUser> store, IOptions<IdentityOptions> options, IPasswordHasher<PortalUser> hasher, IEnumerable<IUserValidator<PortalUser>> userRules,
    IEnumerable<IPasswordValidator<PortalUser>> passwordRules, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<PortalUsers> log, HashingQueue queue, IHttpContextAccessor http)
    : AspNetUserManager<PortalUser>(store, options, hasher, userRules, passwordRules, normalizer, errors, services, log)
{
    /// <summary>Takes the time of a check also when there is nothing to check, so that the clock does not tell who has an account (S-17, G7).</summary>
    public override Task<bool> CheckPasswordAsync(PortalUser? user, string password) => InTurnAsync(
        async () => user?.PasswordHash is null ? IsNobodys(password) : await base.CheckPasswordAsync(user, password));

    public override Task<IdentityResult> CreateAsync(PortalUser user, string password) =>
        InTurnAsync(() => base.CreateAsync(user, password));

    public override Task<IdentityResult> ResetPasswordAsync(PortalUser user, string token, string newPassword) =>
        InTurnAsync(() => base.ResetPasswordAsync(user, token, newPassword));

    public override Task<IdentityResult> ChangePasswordAsync(PortalUser user, string currentPassword, string newPassword) =>
        InTurnAsync(() => base.ChangePasswordAsync(user, currentPassword, newPassword));

    /// <summary>The queue has a patience of its own, longer than that of a page: people would rather wait than type a password again.</summary>
    private Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        http.HttpContext?.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        return queue.RunAsync(work, CancellationToken);
    }

    private bool IsNobodys(string password) =>
        PasswordHasher.VerifyHashedPassword(new PortalUser(), PortalPasswordHasher.Nobodys, password) != PasswordVerificationResult.Failed;
}
