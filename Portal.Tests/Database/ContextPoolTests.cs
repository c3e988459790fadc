using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

public sealed class ContextPoolTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_scope_gives_its_context_back_once()
    {
        await using var scope = host.Services.CreateAsyncScope();
        Assert.IsNotAssignableFrom<IDisposable>(scope.ServiceProvider.GetRequiredService<IPortalDb>());
        Assert.IsNotAssignableFrom<IAsyncDisposable>(scope.ServiceProvider.GetRequiredService<IPortalDb>());
        Assert.IsAssignableFrom<IAsyncDisposable>(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    [Fact]
    public async Task A_context_from_the_pool_does_not_know_the_scope_before()
    {
        await using (var scope = host.Services.CreateAsyncScope())
        {
            Assert.NotNull(scope.ServiceProvider.GetRequiredService<PortalDbContext>().Scope);
        }

        await using var next = await host.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.Null(next.Scope);
    }
}
