using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>A file as a browser sends it.</summary>
/// <param name="Content">The bytes; must be able to seek.</param>
public sealed record SentFile(string FileName, string? DeclaredType, long Length, [property: System.Text.Json.Serialization.JsonIgnore] Stream Content);

internal sealed record KeptFile(string FileName, FileKind Kind, StoredFile Stored);

/// <summary>The same door for every evidence of a holder as for the documents of an application.</summary>
internal sealed class EvidenceUpload(IFileStore files, IFileInspector inspector)
{
    /// <exception cref="RefusedException">The file is none that may be uploaded.</exception>
    public async Task<KeptFile> KeepAsync(SentFile sent, CancellationToken ct)
    {
        var verdict = inspector.Inspect(sent.Content, sent.FileName, sent.DeclaredType);
        if (verdict.RefusalCode is { } code)
        {
            throw new RefusedException(new Error(code, "File", FileRefusals.Slots(sent.FileName)));
        }

        await using var clean = inspector.WithoutPersonalMetadata(sent.Content, verdict.Kind!.Value);
        return new(CleanText.FileName(sent.FileName), verdict.Kind.Value, await files.SaveAsync(clean, ct));
    }
}
