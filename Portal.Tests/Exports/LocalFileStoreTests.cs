using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Portal.Application.Shared;
using Portal.Infrastructure.Files;
using Xunit;

namespace Portal.Tests.Exports;

public sealed class LocalFileStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly string _root = Path.Combine(Path.GetTempPath(), $"files-{Guid.NewGuid():N}");
    private readonly FakeTimeProvider _clock = new(Now);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private LocalFileStore Store => new(_root, _clock);

    public void Dispose()
    {
        if (Directory.Exists(_root)) Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task What_was_stored_comes_back_with_its_size_and_hash()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);

        var stored = await Store.SaveAsync(new MemoryStream(content), Ct);

        Assert.Equal(300_000, stored.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Sha256);
        await using var opened = await Store.OpenAsync(stored.Name, stored.Sha256, Ct);
        var copy = new MemoryStream();
        await opened.CopyToAsync(copy, Ct);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task Two_files_never_share_a_name_and_lie_two_folders_deep()
    {
        var first = await Save("same");
        var second = await Save("same");

        Assert.NotEqual(first.Name, second.Name);
        Assert.Matches("^[0-9a-f]{32}$", first.Name);
        Assert.True(File.Exists(Path.Combine(_root, first.Name[..2], first.Name[2..4], first.Name)));
    }

    [Fact]
    public async Task A_file_changed_on_the_disk_is_never_served()
    {
        var stored = await Save("a transcript");
        await File.WriteAllTextAsync(Directory.GetFiles(_root, stored.Name, SearchOption.AllDirectories).Single(), "a tRanscript", Ct);

        var refused = await Assert.ThrowsAsync<StoredFileChangedException>(() => Store.OpenAsync(stored.Name, stored.Sha256, Ct));
        Assert.Contains(stored.Name, refused.Message);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("0123456789abcdef0123456789abcdef/..")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef\n")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_name_that_the_store_did_not_make_is_not_found(string name) =>
        await Assert.ThrowsAsync<NotFoundException>(() => Store.OpenAsync(name, new string('0', 64), Ct));

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(new BrokenStream(), Ct));
        Assert.Empty(Store.List());
    }

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        var stored = await Save("x");
        await Store.DeleteAsync(stored.Name, Ct);
        await Store.DeleteAsync(stored.Name, Ct);
        Assert.Empty(Store.List());
    }

    [Fact]
    public async Task The_sweeper_sees_each_file_with_its_age_and_unfinished_ones_too()
    {
        var stored = await Save("x");
        var unfinished = new string('a', 32) + ".part";
        var folder = Directory.CreateDirectory(Path.Combine(_root, "aa", "aa"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, unfinished), "half", Ct);
        await File.WriteAllTextAsync(Path.Combine(_root, "note.txt"), "not ours", Ct);

        var listed = Store.List().ToList();
        Assert.Contains(new StoredName(stored.Name, Now), listed);
        Assert.Equal([stored.Name, unfinished], listed.Select(x => x.Name).OrderBy(x => x == unfinished));
        await Store.DeleteAsync(unfinished, Ct);
        Assert.Single(Store.List());
    }

    private Task<StoredFile> Save(string content) => Store.SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), Ct);

    private sealed class BrokenStream() : MemoryStream(new byte[1000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("connection lost") : base.ReadAsync(buffer[..500], cancellationToken);
    }
}
