using Microsoft.Extensions.DependencyInjection;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Seeding;

public static class SeedingServices
{
    /// <summary>The made-up world and the question whether it is there. Added everywhere: Production has to ask, and seeding refuses outside Development.</summary>
    public static IServiceCollection AddSeeding(this IServiceCollection services) => services
        .AddScoped<IDemonstrationWorld, DemonstrationWorld>()
        .AddScoped<ILoadProfile, LoadProfile>()
        .AddScoped<IDemoPeople, DemoPeople>()
        .AddScoped<WorldManifest>();
}
