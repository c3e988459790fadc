using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Portal.Infrastructure.Exports.Pdf;

/// <summary>Read-only view of a TrueType file: the tables, the glyph of each code point, and advance widths (OpenType 1.9).</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly FrozenDictionary<string, (int Offset, int Length)> _tables;
    private readonly FrozenDictionary<int, ushort> _glyphs;
    private readonly int _unitsPerEm;
    private readonly int _advances;

    public TrueTypeFont(byte[] file)
    {
        _file = file;
        _tables = ReadDirectory(file);
        _glyphs = ReadCharacterMap(Table("cmap"));
        _unitsPerEm = U16(Table("head"), 18);
        _advances = U16(Table("hhea"), 34);
        if (I16(Table("head"), 50) != 1)
        {
            throw new InvalidDataException("Only fonts with long glyph offsets are supported.");
        }
    }

    public ReadOnlySpan<byte> Table(string tag)
    {
        var (offset, length) = _tables[tag];
        return _file.AsSpan(offset, length);
    }

    public bool Has(Rune rune) => _glyphs.ContainsKey(rune.Value);

    /// <summary>Glyph of the code point; 0, the "missing" box, when there is none.</summary>
    public ushort Glyph(Rune rune) => _glyphs.GetValueOrDefault(rune.Value);

    public float Width(string text, float size)
    {
        var units = 0L;
        foreach (var rune in text.EnumerateRunes())
        {
            units += U16(Metrics(Glyph(rune)), 0);
        }

        return units * size / _unitsPerEm;
    }

    public float Width(Rune rune, float size) => U16(Metrics(Glyph(rune)), 0) * size / _unitsPerEm;

    /// <summary>Advance width and left side bearing, as the four bytes of hmtx.</summary>
    public ReadOnlySpan<byte> Metrics(int glyph) => Table("hmtx").Slice(Math.Min(glyph, _advances - 1) * 4, 4);

    /// <summary>The outline as stored. Glyphs made of other glyphs are refused: the fonts here have none, and a copy would lose its parts.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var offsets = Table("loca").Slice(glyph * 4, 8);
        var outline = Table("glyf")[(int)U32(offsets, 0)..(int)U32(offsets, 4)];
        return outline.IsEmpty || I16(outline, 0) >= 0 ? outline : throw new InvalidDataException("The font has composite glyphs.");
    }

    private static FrozenDictionary<string, (int, int)> ReadDirectory(ReadOnlySpan<byte> file)
    {
        var tables = new Dictionary<string, (int, int)>();
        for (var i = 0; i < U16(file, 4); i++)
        {
            var entry = file.Slice(12 + (16 * i), 16);
            tables.Add(Encoding.ASCII.GetString(entry[..4]), ((int)U32(entry, 8), (int)U32(entry, 12)));
        }

        return tables.ToFrozenDictionary();
    }

    private static FrozenDictionary<int, ushort> ReadCharacterMap(ReadOnlySpan<byte> cmap)
    {
        var groups = FullUnicode(cmap);
        var glyphs = new Dictionary<int, ushort>();
        for (var i = 0; i < U32(groups, 12); i++)
        {
            var group = groups.Slice(16 + (12 * i), 12);
            var (first, last, glyph) = ((int)U32(group, 0), (int)U32(group, 4), (int)U32(group, 8));
            for (var code = first; code <= last; code++)
            {
                glyphs.Add(code, (ushort)(glyph + code - first));
            }
        }

        return glyphs.ToFrozenDictionary();
    }

    private static ReadOnlySpan<byte> FullUnicode(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < U16(cmap, 2); i++)
        {
            var subtable = cmap[(int)U32(cmap, 8 + (8 * i))..];
            if (U16(subtable, 0) == 12)
            {
                return subtable;
            }
        }

        throw new InvalidDataException("The font has no full Unicode character map (format 12).");
    }

    private static ushort U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    private static short I16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    public static uint U32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
}
