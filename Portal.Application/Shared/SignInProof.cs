namespace Portal.Application.Shared;

/// <summary>How a person proved who they are. The names are stored and stand in the history.</summary>
public enum SignInMethod { Password, PasswordAndCode, PasswordAndRecoveryCode, Passkey, DeviceBoundPasskey, Outside, OutsideAndCode, OutsideAndRecoveryCode, Demonstration }

/// <summary>The proof behind a session. Everything that asks how somebody signed in (step-up, <c>acr</c>, <c>amr</c>, <c>auth_time</c>) reads only this (S-12).</summary>
/// <param name="IsStrong">More than a password (NIST SP 800-63B-4, AAL2).</param>
/// <param name="At">When it was given; the <c>auth_time</c> of OpenID Connect.</param>
public sealed record SignInProof(SignInMethod Method, bool IsStrong, DateTimeOffset At, Guid SessionId)
{
    /// <summary>How long a proof counts as fresh for what binds a government.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    public bool IsFresh(DateTimeOffset now) => now - At <= FreshFor;

    /// <summary>Nobody could have given it from another device (S-11).</summary>
    public bool IsDeviceBound => Method is SignInMethod.DeviceBoundPasskey or SignInMethod.Demonstration;

    public bool IsFreshAndStrong(DateTimeOffset now) => IsStrong && IsFresh(now);

    /// <summary>The method in what the history kept.</summary>
    public static SignInMethod? MethodOf(string? kept) => Enum.TryParse<SignInMethod>(kept?.Split(' ')[0], out var method) ? method : null;

    /// <summary>What the history keeps: the method and the minute.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Method} {At.UtcDateTime:yyyy-MM-ddTHH:mmZ}");
}
