namespace Portal.Application.Fellowships;

/// <summary>What an operator may set.</summary>
/// <param name="Grace">How long after the closing instant a request that began before it may still finish. Hidden from candidates (S-47).</param>
public sealed record FellowshipSettings(TimeSpan Grace)
{
    public static readonly FellowshipSettings Default = new(TimeSpan.FromMinutes(5));
}
