using System.Globalization;
using System.IO.Compression;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Files;

/// <summary>
/// Looks for encryption and active content in a PDF (S-31). Every place that a reader could take for an object is read,
/// also inside streams and inside compressed object streams, because a reader follows offsets and not the order of the file.
/// What cannot be checked is refused.
/// </summary>
internal sealed class PdfScan
{
    private const int TailLength = 1024;
    private const int MaxInflated = 32 * 1024 * 1024;
    private const int ReadsPerByte = 4;

    private static readonly string[] ActiveNames = ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "EF", "RichMedia", "XFA"];
    private static readonly string[] ReadableFilters = ["", "FlateDecode", "Open FlateDecode Close"];
    private static readonly string[] PlainParameters = ["", "null", "Open null Close"];

    private readonly byte[] _data;
    private readonly List<PdfObject> _objectStreams = [];
    private long _budget;
    private int _inflated;
    private int _objects;
    private bool _isActive;
    private bool _isEncrypted;

    private PdfScan(byte[] data)
    {
        _data = data;
        // honest files are read about once; nested beginnings must not make the work quadratic
        _budget = ReadsPerByte * (long)data.Length;
    }

    /// <returns>The text key of the reason, or null when the file may come in.</returns>
    public static string? Refusal(byte[] data) => new PdfScan(data).Refusal();

    private string? Refusal()
    {
        if (_data.AsSpan(Math.Max(0, _data.Length - TailLength)).LastIndexOf("%%EOF"u8) < 0) return FileRefusals.Broken;
        var wasRead = ReadAfter("obj"u8, mustFollowNumber: true) && ReadAfter("trailer"u8, mustFollowNumber: false);
        if (_isEncrypted) return FileRefusals.Encrypted;
        wasRead = wasRead && _objects > 0 && _objectStreams.TrueForAll(ReadObjectStream);
        if (_isActive) return FileRefusals.Active;
        return wasRead ? null : FileRefusals.Broken;
    }

    private bool ReadAfter(ReadOnlySpan<byte> keyword, bool mustFollowNumber)
    {
        for (var at = 0; ;)
        {
            var next = _data.AsSpan(at).IndexOf(keyword);
            if (next < 0) return true;
            at += next + keyword.Length;
            if (mustFollowNumber && !FollowsNumber(at - keyword.Length)) continue;
            if (!ReadObject(_data, at)) return false;
        }
    }

    private bool FollowsNumber(int position)
    {
        var before = _data.AsSpan(0, position).TrimEnd("\0\t\n\f\r "u8);
        return before.Length > 0 && char.IsAsciiDigit((char)before[^1]);
    }

    private bool ReadObject(ReadOnlySpan<byte> data, int position)
    {
        var found = PdfObject.Read(data, position);
        _objects++;
        _budget -= found.End - position;
        _isEncrypted |= found.Names.Contains("Encrypt");
        _isActive |= found.Names.Overlaps(ActiveNames);
        if (found.IsObjectStream) _objectStreams.Add(found);
        return _budget > 0;
    }

    private bool ReadObjectStream(PdfObject stream)
    {
        var isReadable = ReadableFilters.Contains(stream.Entry("Filter")) && PlainParameters.Contains(stream.Entry("DecodeParms"))
            && stream.Entry("F").Length == 0 && stream.Entry("DP").Length == 0;
        if (!isReadable || !int.TryParse(stream.Entry("First"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)) return false;
        var content = stream.Entry("Filter").Length == 0 ? _data[stream.StreamStart!.Value..] : Inflate(stream.StreamStart!.Value);
        return content is not null && Offsets(content, first).TrueForAll(x => ReadCompressedObject(content, x));
    }

    private bool ReadCompressedObject(byte[] content, long position)
    {
        if (position < 0 || position >= content.Length) return true;
        var found = PdfObject.Read(content, (int)position);
        _budget -= found.End - position;
        _isActive |= found.Names.Overlaps(ActiveNames);
        return _budget > 0;
    }

    /// <summary>An object stream begins with pairs of object number and offset from /First (ISO 32000-2, 7.5.7).</summary>
    private static List<long> Offsets(ReadOnlySpan<byte> content, int first)
    {
        var offsets = new List<long>();
        var lexer = new PdfLexer(content, 0);
        for (var i = 0; lexer.Position < first && lexer.Read() == PdfToken.Word && long.TryParse(lexer.Value, CultureInfo.InvariantCulture, out var number); i++)
        {
            if (i % 2 == 1) offsets.Add(first + number);
        }

        return offsets;
    }

    private byte[]? Inflate(int start)
    {
        using var source = new MemoryStream(_data, start, _data.Length - start, writable: false);
        using var inflated = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            var buffer = new byte[81920];
            int read;
            while ((read = zlib.Read(buffer)) > 0)
            {
                _inflated += read;
                if (_inflated > MaxInflated) return null;
                inflated.Write(buffer, 0, read);
            }

            _budget += ReadsPerByte * inflated.Length;
            return inflated.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
