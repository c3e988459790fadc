using Portal.Application.Shared;

namespace Portal.Infrastructure.Connect;

/// <summary>
/// How a sign-in is told to other systems. <c>acr</c>: the levels of NIST SP 800-63B-4 under the addresses that the U.S. government uses for
/// them; "0" (OpenID Connect Core 2) for a demonstration, which proves nothing. <c>amr</c>: the words of RFC 8176.
/// </summary>
public static class Assurance
{
    public const string Password = "http://idmanagement.gov/ns/assurance/aal/1";
    public const string TwoFactors = "http://idmanagement.gov/ns/assurance/aal/2";
    public const string PhishingResistant = "http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true";
    public const string None = "0";

    private static readonly string[] s_ascending = [None, Password, TwoFactors, PhishingResistant];

    public static string Acr(SignInMethod method) => method switch
    {
        SignInMethod.Passkey or SignInMethod.DeviceBoundPasskey => PhishingResistant,
        SignInMethod.PasswordAndCode or SignInMethod.PasswordAndRecoveryCode or SignInMethod.OutsideAndCode or SignInMethod.OutsideAndRecoveryCode => TwoFactors,
        SignInMethod.Demonstration => None,
        _ => Password,
    };

    /// <summary>A recovery code is no word of RFC 8176. A passkey says "swk" unless its maker attests that its key lies in hardware.</summary>
    public static IReadOnlyList<string> Amr(SignInMethod method) => method switch
    {
        SignInMethod.Password => ["pwd"],
        SignInMethod.PasswordAndCode => ["pwd", "otp", "mfa"],
        SignInMethod.PasswordAndRecoveryCode => ["pwd", "mfa"],
        SignInMethod.OutsideAndCode => ["otp", "mfa"],
        SignInMethod.OutsideAndRecoveryCode => ["mfa"],
        SignInMethod.Passkey => ["swk", "user", "mfa"],
        SignInMethod.DeviceBoundPasskey => ["hwk", "user", "mfa"],
        _ => [],
    };

    /// <summary>Whether a sign-in reaches any of the levels that a system asks for. Levels that nobody here knows are nothing to reach.</summary>
    public static bool Reaches(SignInMethod method, IReadOnlyCollection<string> asked)
    {
        var known = asked.Select(a => Array.IndexOf(s_ascending, a)).Where(rank => rank >= 0).ToList();
        return known.Count == 0 || Array.IndexOf(s_ascending, Acr(method)) >= known.Min();
    }
}
