using System.Buffers.Binary;
using System.Text;

namespace Portal.Infrastructure.Files;

/// <summary>Reads the chunks of a PNG (W3C PNG, 5).</summary>
internal static class PngContent
{
    private const int FrameLength = 12;
    private const int HeaderLength = 13;

    private static readonly string[] Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>Null when the image is cut short or has no size.</returns>
    public static ImageContent? Read(byte[] data)
    {
        var chunks = Chunks(data);
        if (chunks.Count < 3 || chunks[0].Type != "IHDR" || chunks[^1].Type != "IEND" || chunks.TrueForAll(x => x.Type != "IDAT")) return null;
        var header = chunks[0].Bytes.Span;
        if (header.Length != FrameLength + HeaderLength) return null;
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header[8..]), BinaryPrimitives.ReadInt32BigEndian(header[12..]));
        if (width <= 0 || height <= 0) return null;
        return new(width, height, [data.AsMemory(0, Signature.Length), .. chunks.Where(x => Kept.Contains(x.Type)).Select(x => x.Bytes)]);
    }

    /// <summary>The chunks up to IEND, or as far as they are whole.</summary>
    private static List<Chunk> Chunks(byte[] data)
    {
        var chunks = new List<Chunk>();
        for (var at = Signature.Length; data.Length - at >= FrameLength;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
            if (length > data.Length - at - FrameLength) break;
            var chunk = new Chunk(Encoding.Latin1.GetString(data, at + 4, 4), data.AsMemory(at, (int)length + FrameLength));
            chunks.Add(chunk);
            if (chunk.Type == "IEND") break;
            at += chunk.Bytes.Length;
        }

        return chunks;
    }

    private sealed record Chunk(string Type, ReadOnlyMemory<byte> Bytes);
}
