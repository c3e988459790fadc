using Microsoft.Extensions.DependencyInjection;
using Portal.Infrastructure;
using Portal.Infrastructure.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The program with the demonstration world, as a newcomer meets it after the first start.</summary>
public sealed class DemonstrationHost(PortalTemplate template) : PortalHost(template)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var scope = Services.CreateSystemScope();
        await scope.ServiceProvider.GetRequiredService<IDemonstrationWorld>().SeedAsync(TestContext.Current.CancellationToken);
    }
}
