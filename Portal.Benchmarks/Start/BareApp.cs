using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Benchmarks.Start;

/// <summary>What a start costs before a portal is in it: one controller, one view, one table.</summary>
internal static class BareApp
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddDbContextPool<BareDb>(o => o.UseSqlite($"Data Source={args[1]}"));
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(OnlyThisProgram);
        await using var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<BareDb>().Database.EnsureCreatedAsync();
        }

        app.MapDefaultControllerRoute();
        await app.RunAsync();
        return 0;
    }

    /// <summary>The portal's own pages lie in the same folder and must not be found.</summary>
    private static void OnlyThisProgram(ApplicationPartManager parts)
    {
        parts.ApplicationParts.Clear();
        parts.ApplicationParts.Add(new AssemblyPart(typeof(BareApp).Assembly));
        parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(BareApp).Assembly));
    }
}

public sealed class BareItem
{
    public int Id { get; init; }
    public string Name { get; init; } = "";
}

public sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<BareItem> Items => Set<BareItem>();
}

public sealed class HomeController(BareDb db) : Controller
{
    public async Task<IActionResult> Index() => View("/Start/Views/Index.cshtml", await db.Items.AsNoTracking().OrderBy(i => i.Name).Take(20).ToListAsync());
}
