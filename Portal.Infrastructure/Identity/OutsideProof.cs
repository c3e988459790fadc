namespace Portal.Infrastructure.Identity;

/// <summary>What an outside provider says about how somebody signed in there.</summary>
/// <param name="IsStrong">Its <c>acr</c> is one that the configuration counts as more than a password.</param>
/// <param name="At">When: signing in to the portal now makes an older sign-in there no fresher.</param>
public sealed record OutsideProof(bool IsStrong, DateTimeOffset At);
