using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Files;

/// <summary>Files in a folder of this machine, two levels deep: <c>ab/cd/abcd…</c>.</summary>
public sealed partial class LocalFileStore(string root, TimeProvider clock) : IFileStore
{
    private const string Unfinished = ".part";
    private const int BufferSize = 81920;

    private readonly string _root = Path.GetFullPath(root);

    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken ct)
    {
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var (final, temporary) = (PathOf(name), PathOf(name + Unfinished));
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        try
        {
            var stored = await WriteAsync(content, name, temporary, ct);
            File.SetLastWriteTimeUtc(temporary, clock.GetUtcNow().UtcDateTime);
            File.Move(temporary, final);
            return stored;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public async Task<Stream> OpenAsync(string name, string sha256, CancellationToken ct)
    {
        var path = PathOf(name);
        if (!File.Exists(path)) throw new NotFoundException();
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.Asynchronous);
        try
        {
            var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            if (actual != sha256) throw new StoredFileChangedException(name);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    public IEnumerable<StoredName> List()
    {
        if (!Directory.Exists(_root)) return [];
        return new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(x => NamePattern().IsMatch(x.Name))
            .Select(x => new StoredName(x.Name, new DateTimeOffset(x.LastWriteTimeUtc, TimeSpan.Zero)));
    }

    private static async Task<StoredFile> WriteAsync(Stream content, string name, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        // a receipt may be shown only for bytes that survive a power cut
        file.Flush(flushToDisk: true);
        return new(name, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Only names of our own making reach the file system, so no name can point elsewhere.</summary>
    private string PathOf(string name) =>
        NamePattern().IsMatch(name) ? Path.Combine(_root, name[..2], name[2..4], name) : throw new NotFoundException();

    [GeneratedRegex(@"\A[0-9a-f]{32}(\.part)?\z")]
    private static partial Regex NamePattern();
}
