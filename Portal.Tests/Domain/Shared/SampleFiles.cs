using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Portal.Tests.Domain.Shared;

/// <summary>Small real files, built by hand where a fault must be planted.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string objects = "", string trailer = "") => Latin($"""
        %PDF-1.7
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [] /Count 0 >>
        endobj
        {objects}
        trailer
        << /Size 3 /Root 1 0 R {trailer} >>
        startxref
        0
        %%EOF
        """);

    /// <summary>A PDF whose object 10 hides in an object stream at the given offset.</summary>
    public static byte[] PdfWithObjectStream(string hidden, string filter = "/FlateDecode", int offset = 0, bool compress = true)
    {
        var header = $"10 {offset} ";
        var content = Latin(header + hidden);
        var packed = Encoding.Latin1.GetString(compress ? Zlib(content) : content);
        return Pdf($"5 0 obj\n<< /Type /ObjStm /N 1 /First {header.Length} /Filter {filter} /Length {packed.Length} >>\nstream\n{packed}\nendstream\nendobj");
    }

    public static byte[] RealPdf()
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = "HTML/JavaScript /JS", Subject = "(/Launch" }))
        {
            using var paint = new SKPaint();
            document.BeginPage(200, 200).DrawCircle(100, 100, 50, paint);
            document.EndPage();
        }

        return stream.ToArray();
    }

    public static byte[] Image(SKEncodedImageFormat format, int width = 8, int height = 6)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        using var encoded = bitmap.Encode(format, 90);
        return encoded.ToArray();
    }

    /// <summary>The JPEG of a phone: rotation 6 and a GPS directory in Exif, a comment, and a video behind the image.</summary>
    public static byte[] PhoneJpeg(bool isLittleEndian)
    {
        var plain = Image(SKEncodedImageFormat.Jpeg);
        return [.. plain[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(isLittleEndian)]), .. Segment(0xFE, "Taken in Kasumigaseki"u8), .. plain[2..], .. "ftypmp42 GPS 35.67"u8];
    }

    public static byte[] PngWith(string chunk, string text)
    {
        var plain = Image(SKEncodedImageFormat.Png);
        byte[] extra = [.. BigEndian(text.Length, 4), .. Latin(chunk), .. Latin(text), 0, 0, 0, 0];
        return [.. plain[..33], .. extra, .. plain[33..]];
    }

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Zlib(byte[] content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }

    private static byte[] Tiff(bool little) =>
    [
        .. little ? "II"u8 : "MM"u8, .. Number(42, 2, little), .. Number(8, 4, little), .. Number(2, 2, little),
        .. Number(0x0112, 2, little), .. Number(3, 2, little), .. Number(1, 4, little), .. Number(6, 2, little), 0, 0,
        .. Number(0x8825, 2, little), .. Number(4, 2, little), .. Number(1, 4, little), .. Number(38, 4, little),
        .. Number(0, 4, little), .. "GPS 35.6762N 139.6503E"u8,
    ];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, .. BigEndian(content.Length + 2, 2), .. content];

    private static byte[] Number(int value, int length, bool little) => little ? [.. BigEndian(value, length).Reverse()] : BigEndian(value, length);

    private static byte[] BigEndian(int value, int length) => [.. Enumerable.Range(1, length).Select(x => (byte)(value >> (8 * (length - x))))];
}
