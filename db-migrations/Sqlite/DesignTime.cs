using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Infrastructure.Persistence;

namespace Portal.Migrations.Sqlite;

/// <summary>For the EF tool only; no connection is opened.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args) => PortalModel.Create(DatabaseProvider.Sqlite, "Data Source=design.db");
}
