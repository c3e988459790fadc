using System.Buffers.Binary;
using System.Text;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>
/// Cuts a TrueType font down to the characters of one document: SkiaSharp embeds a font file whole.
/// Each character gets a glyph of its own, so that copied text comes out with the code points that went in.
/// </summary>
internal static class TrueTypeSubset
{
    private static readonly string[] s_copied = ["OS/2", "cvt ", "fpgm", "prep", "post"];

    /// <param name="characters">Distinct, in code point order, each with a glyph in the font. Glyph 0 stays the missing box; one new glyph per character follows.</param>
    public static byte[] Make(TrueTypeFont font, IReadOnlyList<Rune> characters, string name)
    {
        ushort[] glyphs = [0, .. characters.Select(font.Glyph)];
        var (glyf, loca) = Outlines(font, glyphs);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = CharacterMap(characters),
            ["glyf"] = glyf,
            ["loca"] = loca,
            ["head"] = Patched(font.Table("head"), at: 8, 0, 0),
            ["hhea"] = Patched(font.Table("hhea"), at: 34, glyphs.Length),
            ["maxp"] = Patched(font.Table("maxp"), at: 4, glyphs.Length),
            ["hmtx"] = [.. glyphs.SelectMany(glyph => font.Metrics(glyph).ToArray())],
            ["name"] = Names(name),
        };
        foreach (var tag in s_copied)
        {
            tables[tag] = font.Table(tag).ToArray();
        }

        return Assemble(tables);
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(TrueTypeFont font, ushort[] glyphs)
    {
        using var glyf = new MemoryStream();
        var ends = new List<int> { 0 };
        foreach (var glyph in glyphs)
        {
            var outline = font.Outline(glyph);
            glyf.Write(outline);
            glyf.Write(new byte[Padded(outline.Length) - outline.Length]);
            ends.Add((int)glyf.Length);
        }

        return (glyf.ToArray(), LongWords([.. ends]));
    }

    private static byte[] Patched(ReadOnlySpan<byte> table, int at, params ReadOnlySpan<int> words)
    {
        var copy = table.ToArray();
        Words(words).CopyTo(copy, at);
        return copy;
    }

    // Format 12 alone: readers of PDF need one map, and it reaches beyond the first plane.
    private static byte[] CharacterMap(IReadOnlyList<Rune> characters)
    {
        using var map = new MemoryStream();
        map.Write(Words(0, 1, 3, 10));
        map.Write(LongWords(12));
        map.Write(Words(12, 0));
        map.Write(LongWords(16 + (12 * characters.Count), 0, characters.Count));
        for (var i = 0; i < characters.Count; i++)
        {
            map.Write(LongWords(characters[i].Value, characters[i].Value, i + 1));
        }

        return map.ToArray();
    }

    // The PostScript name (id 6) is the name a PDF shows for the font; SkiaSharp puts the tag of ISO 32000-1, 9.6.4 before it.
    private static byte[] Names(string postScript)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(postScript);
        return [.. Words(0, 3, 6 + (3 * 12), 3, 1, 0x409, 1, text.Length, 0, 3, 1, 0x409, 4, text.Length, 0, 3, 1, 0x409, 6, text.Length, 0), .. text];
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        using var file = new MemoryStream();
        var search = 1 << int.Log2(tables.Count);
        file.Write(LongWords(0x00010000));
        file.Write(Words(tables.Count, search * 16, int.Log2(search), (tables.Count - search) * 16));
        var offset = 12 + (16 * tables.Count);
        foreach (var (tag, table) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(tag));
            file.Write(LongWords(Checksum(table), offset, table.Length));
            offset += Padded(table.Length);
        }

        foreach (var table in tables.Values)
        {
            file.Write(table);
            file.Write(new byte[Padded(table.Length) - table.Length]);
        }

        return file.ToArray();
    }

    private static int Checksum(byte[] table)
    {
        var padded = new byte[Padded(table.Length)];
        table.CopyTo(padded, 0);
        var sum = 0u;
        for (var at = 0; at < padded.Length; at += 4)
        {
            sum += TrueTypeFont.U32(padded, at);
        }

        return (int)sum;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static byte[] Words(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 2];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), (ushort)values[i]);
        }

        return bytes;
    }

    private static byte[] LongWords(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * 4), values[i]);
        }

        return bytes;
    }
}
