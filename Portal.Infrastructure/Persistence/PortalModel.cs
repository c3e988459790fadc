using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Infrastructure.Persistence;

/// <summary>A context without a host, for migrations and for tests of the model.</summary>
public static class PortalModel
{
    // Identity reads its schema version from the application's services only; version 3 has the table for passkeys.
    private static readonly ServiceProvider s_identity = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public static PortalDbContext Create(string provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UseApplicationServiceProvider(s_identity).UsePortalDatabase(provider, connectionString);
        return new PortalDbContext(options.Options);
    }
}
