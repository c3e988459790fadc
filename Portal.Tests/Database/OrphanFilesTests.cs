using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure;
using Portal.Infrastructure.Files;
using Portal.Tests.Support;

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
        var certificate = await StoreAsync(files);
        await HoldAsync(host, certificate);
        host.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        var young = await StoreAsync(files);

        await using var scope = host.Services.CreateSystemScope();
        var deleted = await ActivatorUtilities.CreateInstance<OrphanFiles>(scope.ServiceProvider).SweepAsync(CancellationToken.None);

        Assert.Equal(1, deleted);
        Assert.Equal(new[] { named.Name, certificate.Name, young.Name }.Order(), files.List().Select(f => f.Name).Order());
        Assert.DoesNotContain(orphan.Name, files.List().Select(f => f.Name));
    }

    private static Task<int> HoldAsync(OutboxHost host, StoredFile file) => host.WithDbAsync(async db =>
    {
        var holder = Actors.Candidate();
        var held = HeldCertification.Add(new("CISSP", "1", new(2025, 4, 1), null), new(2026, 1, 1), holder);
        held.AddFile("a.pdf", FileKind.Pdf, file, false, holder, host.Clock.GetUtcNow());
        db.AddRange(Person.Register(holder.UserId, "Holder", "certified@example.com", "en"), held);
        return await db.SaveChangesAsync();
    });

    private static Task<StoredFile> StoreAsync(IFileStore files) => files.SaveAsync(new MemoryStream([1, 2, 3]), CancellationToken.None);

    private static Task<int> NameAsync(OutboxHost host, StoredFile file) => host.WithDbAsync(async db =>
    {
        var world = await MailWorld.AddToAsync(db, host.Clock.GetUtcNow());
        db.Add(new ApplicationDocument("transcript", "a.pdf", FileKind.Pdf, file, host.Clock.GetUtcNow()));
        db.ChangeTracker.Entries<ApplicationDocument>().Single().Property("ApplicationId").CurrentValue = world.ApplicationId;
        return await db.SaveChangesAsync();
    });
}
