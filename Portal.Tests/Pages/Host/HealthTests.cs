using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

public sealed class HealthTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Alive_and_ready_while_the_database_serves_and_unready_when_it_does_not()
    {
        using var visitor = host.Visitor();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await StatesAsync(visitor));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/en/Fellowships/Calls")).Status);

        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Outbox RENAME TO Elsewhere"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await StatesAsync(visitor));
        await host.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Elsewhere RENAME TO Outbox"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await StatesAsync(visitor));
    }

    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready)> StatesAsync(PortalClient visitor) =>
        ((await visitor.GetAsync("/health/live")).Status, (await visitor.GetAsync("/health/ready")).Status);
}
