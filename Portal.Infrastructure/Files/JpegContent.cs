using System.Buffers.Binary;

namespace Portal.Infrastructure.Files;

/// <summary>Reads the marker segments of a JPEG (ITU-T T.81, annex B).</summary>
internal static class JpegContent
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Comment = 0xFE;
    private const byte Jfif = 0xE0, Exif = 0xE1, Icc = 0xE2, Adobe = 0xEE, LastApplication = 0xEF;

    public static ReadOnlySpan<byte> Signature => [0xFF, Start, 0xFF];

    /// <returns>Null when the image is cut short or has no size.</returns>
    public static ImageContent? Read(byte[] data)
    {
        var segments = Segments(data);
        if (segments.Count == 0 || segments[^1].Marker != End || segments.TrueForAll(x => x.Marker != Scan)) return null;
        var frame = segments.Find(x => IsFrame(x.Marker));
        if (frame is null || frame.Bytes.Length < 9) return null;
        var size = frame.Bytes.Span[5..];
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(size), BinaryPrimitives.ReadUInt16BigEndian(size[2..]));
        if (width == 0 || height == 0) return null;
        return new(width, height, [data.AsMemory(0, 2), .. segments.Select(Kept).OfType<ReadOnlyMemory<byte>>()]);
    }

    private static ReadOnlyMemory<byte>? Kept(Segment segment)
    {
        var content = segment.Bytes.Span.Length > 4 ? segment.Bytes.Span[4..] : default;
        var isKept = segment.Marker switch
        {
            Jfif => content.StartsWith("JFIF\0"u8),
            Icc => content.StartsWith("ICC_PROFILE\0"u8),
            Adobe => content.StartsWith("Adobe"u8),
            Comment => false,
            _ => segment.Marker is < Jfif or > LastApplication,
        };
        if (isKept) return segment.Bytes;
        return segment.Marker == Exif ? ExifOrientation.Only(content) : null;
    }

    /// <summary>The segments after the start marker up to the end marker, or as far as they are whole.</summary>
    private static List<Segment> Segments(byte[] data)
    {
        var segments = new List<Segment>();
        for (var at = 2; at + 2 <= data.Length && data[at] == 0xFF;)
        {
            var marker = data[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = LengthOf(data, at, marker);
            if (length > data.Length - at) break;
            segments.Add(new(marker, data.AsMemory(at, length)));
            if (marker == End) break;
            at += length;
        }

        return segments;
    }

    private static int LengthOf(byte[] data, int at, byte marker)
    {
        if (marker is End or 0x01 or (>= 0xD0 and <= 0xD7)) return 2;
        if (data.Length - at < 4) return int.MaxValue;
        var length = 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 2)));
        return marker == Scan ? ScanEnd(data, at + length) - at : length;
    }

    /// <summary>The coded image runs to the next marker; FF00 and restart markers belong to it.</summary>
    private static int ScanEnd(byte[] data, int at)
    {
        while (at < data.Length)
        {
            var next = data.AsSpan(at).IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= data.Length) return data.Length;
            at += next;
            if (data[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
            at += data[at + 1] == 0xFF ? 1 : 2;
        }

        return data.Length;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private sealed record Segment(byte Marker, ReadOnlyMemory<byte> Bytes);
}
