using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Files;

namespace Portal.Tests.Database;

public sealed class OrphanFilesTests
{
    [Fact]
    public async Task Only_old_files_that_no_document_names_are_deleted()
    {
        await using var host = await OutboxHost.StartAsync();
        var files = host.Services.GetRequiredService<IFileStore>();
        var (named, orphan) = (await StoreAsync(files), await StoreAsync(files));
        await NameAsync(host, named);
        host.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        var young = await StoreAsync(files);

        await using var scope = host.Services.CreateSystemScope();
        var deleted = await ActivatorUtilities.CreateInstance<OrphanFiles>(scope.ServiceProvider).SweepAsync(CancellationToken.None);

        Assert.Equal(1, deleted);
        Assert.Equal(new[] { named.Name, young.Name }.Order(), files.List().Select(f => f.Name).Order());
        Assert.DoesNotContain(orphan.Name, files.List().Select(f => f.Name));
    }

    private static Task<StoredFile> StoreAsync(IFileStore files) => files.SaveAsync(new MemoryStream([1, 2, 3]), CancellationToken.None);

    private static Task<int> NameAsync(OutboxHost host, StoredFile file) => host.WithDbAsync(async db =>
    {
        var world = await MailWorld.AddToAsync(db, host.Clock.GetUtcNow());
        db.Add(new ApplicationDocument("transcript", "a.pdf", FileKind.Pdf, file, host.Clock.GetUtcNow()));
        db.ChangeTracker.Entries<ApplicationDocument>().Single().Property("ApplicationId").CurrentValue = world.ApplicationId;
        return await db.SaveChangesAsync();
    });
}
