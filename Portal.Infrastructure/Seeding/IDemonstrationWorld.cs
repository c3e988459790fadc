namespace Portal.Infrastructure.Seeding;

/// <summary>Made-up agencies, people, calls and applications. Development only; Production refuses to start while they are there.</summary>
public interface IDemonstrationWorld
{
    Task<bool> ExistsAsync(CancellationToken ct);

    /// <summary>Makes the world once; where it exists, nothing changes.</summary>
    /// <returns>What was made, in one English sentence for the terminal.</returns>
    Task<string> SeedAsync(CancellationToken ct);
}

/// <summary>Many applications with sections and history, to measure with.</summary>
public interface ILoadProfile
{
    /// <returns>What was made, in one English sentence for the terminal.</returns>
    Task<string> SeedAsync(int applications, CancellationToken ct);
}
