using Portal.Application.Shared;

namespace Portal.Infrastructure.Files;

/// <summary>Lets in PDF, JPEG and PNG that are what their name says, whole, and passive (S-31).</summary>
public sealed class FileInspector : IFileInspector
{
    private static readonly Dictionary<string, FileKind> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = FileKind.Pdf, [".jpg"] = FileKind.Jpeg, [".jpeg"] = FileKind.Jpeg, [".png"] = FileKind.Png,
    };

    private static readonly Dictionary<string, FileKind> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = FileKind.Pdf, ["image/jpeg"] = FileKind.Jpeg, ["image/png"] = FileKind.Png,
    };

    public FileVerdict Inspect(Stream content, string fileName, string? declaredType)
    {
        if (content.Length == 0) return Refused(FileRefusals.Empty);
        if (content.Length > FileLimits.MaxBytes) return Refused(FileRefusals.TooLarge);
        var data = ReadAll(content);
        FileKind? named = Extensions.TryGetValue(Path.GetExtension(fileName), out var byName) ? byName : null;
        if (Sniff(data) is not { } kind) return Refused(named is null ? FileRefusals.WrongType : FileRefusals.Renamed);
        if (named != kind || !Declares(declaredType, kind)) return Refused(FileRefusals.Renamed);
        var refusal = kind == FileKind.Pdf ? PdfScan.Refusal(data) : ImageRefusal(data, kind);
        return refusal is null ? new(kind, null) : Refused(refusal);
    }

    public Stream WithoutPersonalMetadata(Stream content, FileKind kind)
    {
        if (kind == FileKind.Pdf) return content;
        var image = ReadImage(ReadAll(content), kind) ?? throw new InvalidDataException("Only an accepted image can be stored");
        var stored = new MemoryStream();
        foreach (var part in image.Kept) stored.Write(part.Span);
        stored.Position = 0;
        return stored;
    }

    private static FileKind? Sniff(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (data.StartsWith(JpegContent.Signature)) return FileKind.Jpeg;
        return data.StartsWith(PngContent.Signature) ? FileKind.Png : null;
    }

    private static bool Declares(string? type, FileKind kind)
    {
        var name = type?.Split(';')[0].Trim();
        return string.IsNullOrEmpty(name) || name == "application/octet-stream" || (ContentTypes.TryGetValue(name, out var declared) && declared == kind);
    }

    private static string? ImageRefusal(byte[] data, FileKind kind)
    {
        var image = ReadImage(data, kind);
        if (image is null) return FileRefusals.Broken;
        return image.Pixels > FileLimits.MaxPixels ? FileRefusals.TooManyPixels : null;
    }

    private static ImageContent? ReadImage(byte[] data, FileKind kind) => kind == FileKind.Jpeg ? JpegContent.Read(data) : PngContent.Read(data);

    private static byte[] ReadAll(Stream content)
    {
        var data = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(data);
        content.Position = 0;
        return data;
    }

    private static FileVerdict Refused(string code) => new(null, code);
}
