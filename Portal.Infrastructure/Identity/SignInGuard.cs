using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Identity;

/// <summary>Every comparison of a secret goes through here: counted first, compared then (S-15).</summary>
public sealed class SignInGuard(SignInAttempts attempts, IHttpContextAccessor http, ILogger<SignInGuard> log)
{
    public const string Wait = "Account.SignIn.Wait";

    /// <param name="subject">Whose secret it is: the canonical address or the person's id.</param>
    /// <param name="wrong">What is said when it is not right.</param>
    /// <returns>Null when it is right.</returns>
    public async Task<Error?> TryAsync(string subject, Error wrong, Func<Task<bool>> isRight, CancellationToken ct)
    {
        var place = NetworkSource.Of(http.HttpContext!);
        if (await attempts.ReserveAsync(subject, place, ct) is { } wait)
        {
            log.LogWarning("Sign-in: {Event}", "MustWait");
            http.HttpContext!.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return new Error(Wait, wrong.Field, new Dictionary<string, object?> { ["Minutes"] = Math.Ceiling(wait.TotalMinutes) });
        }

        if (!await isRight())
        {
            log.LogWarning("Sign-in: {Event}", wrong.Code);
            return wrong;
        }

        await attempts.ForgetAsync(subject, place, ct);
        return null;
    }
}
