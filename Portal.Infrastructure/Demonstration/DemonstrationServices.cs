using Microsoft.Extensions.DependencyInjection;
using Portal.Infrastructure.Identity;

namespace Portal.Infrastructure.Demonstration;

public static class DemonstrationServices
{
    /// <summary>The made-up world and the question whether it is there. Safe to add everywhere: seeding itself refuses outside Development.</summary>
    public static IServiceCollection AddDemonstration(this IServiceCollection services) => services
        .AddScoped<IDemonstrationData, DemonstrationData>()
        .AddScoped<IDemoPeople, DemoPeople>()
        .AddScoped<DemonstrationWorld>()
        .AddScoped<WorldManifest>();
}
