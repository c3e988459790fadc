using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Infrastructure.Files;

internal enum PdfToken { End, Name, Word, Text, Open, Close }

/// <summary>Splits PDF bytes into tokens (ISO 32000-2, 7.2 and 7.3): strings and comments are skipped, names come with their #xx escapes resolved.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> data, int position)
{
    private const int LongestName = 127;

    private static readonly SearchValues<byte> Breaks = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly ReadOnlySpan<byte> _data = data;

    public int Position { get; private set; } = position;

    /// <summary>The name or word just read.</summary>
    public string Value { get; private set; } = "";

    public PdfToken Read()
    {
        SkipSpaceAndComments();
        if (Position >= _data.Length) return PdfToken.End;
        switch (_data[Position++])
        {
            case (byte)'/': Value = ReadName(); return PdfToken.Name;
            case (byte)'(': SkipString(); return PdfToken.Text;
            case (byte)'<' when Peek() == '<': Position++; return PdfToken.Open;
            case (byte)'<': SkipPast((byte)'>'); return PdfToken.Text;
            case (byte)'>' when Peek() == '>': Position++; return PdfToken.Close;
            case (byte)'[': return PdfToken.Open;
            case (byte)']': return PdfToken.Close;
            case (byte)'>' or (byte)')' or (byte)'{' or (byte)'}': return PdfToken.Text;
            default: Position--; Value = Encoding.Latin1.GetString(Regular()); return PdfToken.Word;
        }
    }

    private readonly int Peek() => Position < _data.Length ? _data[Position] : -1;

    private ReadOnlySpan<byte> Regular()
    {
        var rest = _data[Position..];
        var length = rest.IndexOfAny(Breaks);
        var run = length < 0 ? rest : rest[..length];
        Position += run.Length;
        return run[..Math.Min(run.Length, LongestName * 3)];
    }

    private string ReadName()
    {
        var raw = Encoding.Latin1.GetString(Regular());
        if (!raw.Contains('#')) return raw;
        var name = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                name.Append((char)escaped);
                i += 2;
            }
            else
            {
                name.Append(raw[i]);
            }
        }

        return name.ToString();
    }

    private void SkipSpaceAndComments()
    {
        while (Position < _data.Length)
        {
            if (_data[Position] is 0 or 9 or 10 or 12 or 13 or 32) Position++;
            else if (_data[Position] == '%') SkipTo(LineEnds);
            else return;
        }
    }

    private void SkipTo(SearchValues<byte> ends)
    {
        var length = _data[Position..].IndexOfAny(ends);
        Position = length < 0 ? _data.Length : Position + length;
    }

    private void SkipPast(byte end)
    {
        var length = _data[Position..].IndexOf(end);
        Position = length < 0 ? _data.Length : Position + length + 1;
    }

    private void SkipString()
    {
        for (var depth = 1; depth > 0 && Position < _data.Length; Position++)
        {
            switch (_data[Position])
            {
                case (byte)'\\': Position++; break;
                case (byte)'(': depth++; break;
                case (byte)')': depth--; break;
            }
        }

        // a backslash can be the last byte
        Position = Math.Min(Position, _data.Length);
    }
}
