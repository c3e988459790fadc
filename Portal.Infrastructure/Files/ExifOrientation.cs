using System.Buffers.Binary;

namespace Portal.Infrastructure.Files;

/// <summary>Phones store a photograph lying on its side and turn it by an Exif entry (CIPA DC-008, tag 0x0112). That entry alone survives.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const int EntryLength = 12;

    private static ReadOnlySpan<byte> Preamble => "Exif\0\0"u8;

    /// <param name="content">Content of an APP1 segment.</param>
    /// <returns>An APP1 segment with nothing but the rotation; null when the image is not turned.</returns>
    public static ReadOnlyMemory<byte>? Only(ReadOnlySpan<byte> content) =>
        content.StartsWith(Preamble) && Find(content[Preamble.Length..]) is { } orientation ? Segment(orientation) : null;

    private static byte? Find(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10) return null;
        var isLittle = tiff.StartsWith("II"u8);
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return null;
        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        for (var i = 0; i < count && 2 + (i + 1) * EntryLength <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + i * EntryLength, EntryLength);
            if (Short(entry, isLittle) == Tag && Short(entry[8..], isLittle) is >= 2 and <= 8 and var value) return (byte)value;
        }

        return null;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static byte[] Segment(byte orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. Preamble,
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];
}
