using System.Text;
using Portal.Application.Shared;
using Portal.Infrastructure.Files;
using SkiaSharp;
using Xunit;
using static Portal.Tests.Domain.Shared.SampleFiles;

namespace Portal.Tests.Domain.Shared;

public sealed class FileInspectorTests
{
    private static readonly FileInspector Inspector = new();

    public static TheoryData<string, string> ActivePdfs => new()
    {
        { "script", "5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj" },
        { "escaped name", "5 0 obj << /S /J#61vaScr#69pt >> endobj" },
        { "script key only", "5 0 obj << /S /Rendition /JS 6 0 R >> endobj" },
        { "start command", "5 0 obj << /S/Launch/F(cmd.exe) >> endobj" },
        { "embedded file", "5 0 obj << /Type /Filespec /EF << /F 6 0 R >> >> endobj" },
        { "embedded stream", "5 0 obj << /Type /EmbeddedFile /Length 1 >> stream\nx\nendstream endobj" },
        { "open action", "5 0 obj << /OpenAction << /S /JavaScript /JS 7 0 R >> >> endobj" },
        { "form with scripts", "5 0 obj << /AcroForm << /XFA 9 0 R >> >> endobj" },
        { "object inside a stream", "5 0 obj << /Length 60 >> stream\n9 0 obj << /S /JavaScript >> endobj\nendstream endobj" },
        { "object behind a comment", "5 0 obj %>>\n<< /A (un\\)balanced) /S /Launch >> endobj" },
    };

    [Fact]
    public void Real_files_of_each_kind_are_accepted()
    {
        Assert.Equal(FileKind.Pdf, Look(RealPdf(), "書類.PDF", "application/pdf").Kind);
        Assert.Equal(FileKind.Jpeg, Look(Image(SKEncodedImageFormat.Jpeg), "photo.jpeg", "image/jpeg").Kind);
        Assert.Equal(FileKind.Png, Look(Image(SKEncodedImageFormat.Png), "scan.png", "application/octet-stream").Kind);
        Assert.Equal(FileKind.Pdf, Look(Pdf(), "cv.pdf", null).Kind);
    }

    [Fact]
    public void An_empty_file_is_refused() => Refuses(FileRefusals.Empty, [], "cv.pdf");

    [Fact]
    public void A_file_over_ten_megabytes_is_refused()
    {
        Refuses(FileRefusals.TooLarge, new byte[FileLimits.MaxBytes + 1], "cv.pdf");
        Refuses(FileRefusals.Renamed, new byte[FileLimits.MaxBytes], "cv.pdf");
    }

    [Fact]
    public void Another_kind_of_file_is_refused()
    {
        Refuses(FileRefusals.WrongType, Latin("PK\u0003\u0004 word"), "cv.docx");
        Refuses(FileRefusals.WrongType, Latin("<svg onload='x'/>"), "cv.svg");
    }

    [Theory]
    [InlineData("cv.pdf", null)]
    [InlineData("cv.PNG", null)]
    public void A_program_with_the_name_of_a_document_is_refused(string name, string? type) =>
        Assert.Equal(FileRefusals.Renamed, Look(Latin("MZ\u0090\0\u0003 This program cannot be run in DOS mode"), name, type).RefusalCode);

    [Fact]
    public void Name_and_declared_type_must_agree_with_the_content()
    {
        Refuses(FileRefusals.Renamed, Pdf(), "cv.png");
        Refuses(FileRefusals.Renamed, Pdf(), "cv.exe");
        Assert.Equal(FileRefusals.Renamed, Look(Pdf(), "cv.pdf", "image/png").RefusalCode);
        Assert.Equal(FileRefusals.Renamed, Look(Pdf(), "cv.pdf", "text/html").RefusalCode);
    }

    [Fact]
    public void An_encrypted_pdf_is_refused()
    {
        Refuses(FileRefusals.Encrypted, Pdf("4 0 obj << /Filter /Standard /V 2 /R 3 /Length 128 /O (x) /U (y) /P -44 >> endobj", "/Encrypt 4 0 R /ID [<00> <00>]"), "cv.pdf");
        Refuses(FileRefusals.Encrypted, Pdf("9 0 obj << /Type /XRef /W [1 2 1] /Root 1 0 R /Encrypt 4 0 R /Length 0 >> stream\n\nendstream endobj"), "cv.pdf");
    }

    [Theory]
    [MemberData(nameof(ActivePdfs))]
    public void An_active_pdf_is_refused(string what, string objects)
    {
        Assert.NotEmpty(what);
        Refuses(FileRefusals.Active, Pdf(objects), "cv.pdf");
    }

    [Fact]
    public void Active_content_in_a_compressed_object_is_found()
    {
        Refuses(FileRefusals.Active, PdfWithObjectStream("<< /S /JavaScript /JS (x) >>"), "cv.pdf");
        Refuses(FileRefusals.Active, PdfWithObjectStream("<< /S /JavaScript /JS (x) >>", "[ /FlateDecode ]"), "cv.pdf");
        Refuses(FileRefusals.Active, PdfWithObjectStream("( << /S /Launch >> )", offset: 2), "cv.pdf");
        Assert.True(Look(PdfWithObjectStream("<< /Title (HTML/JavaScript) >>"), "cv.pdf", null).IsAccepted);
    }

    [Fact]
    public void An_object_stream_that_cannot_be_read_is_refused()
    {
        Refuses(FileRefusals.Broken, PdfWithObjectStream("<< >>", "/LZWDecode"), "cv.pdf");
        Refuses(FileRefusals.Broken, PdfWithObjectStream("<< >>", "/FlateDecode /Filter /LZWDecode"), "cv.pdf");
        Refuses(FileRefusals.Broken, PdfWithObjectStream("<< >>", "/FlateDecode /DecodeParms << /Predictor 12 >>"), "cv.pdf");
        Refuses(FileRefusals.Broken, PdfWithObjectStream("<< >>", compress: false), "cv.pdf");
    }

    [Fact]
    public void An_object_stream_that_grows_without_end_is_refused()
    {
        var bomb = PdfWithObjectStream(new string(' ', 64 * 1024 * 1024));
        Assert.InRange(bomb.Length, 1, 200_000);
        Refuses(FileRefusals.Broken, bomb, "cv.pdf");
    }

    [Fact]
    public void A_pdf_whose_objects_all_reach_to_its_end_is_refused() =>
        Refuses(FileRefusals.Broken, [.. "%PDF-1.7\n"u8, .. Latin(string.Concat(Enumerable.Repeat("1 0 obj(", 1_000_000))), .. "\n%%EOF"u8], "cv.pdf");

    [Theory]
    [InlineData("5 0 obj << /Title (HTML/JavaScript, /Launch \\(/JS) >> endobj")]
    [InlineData("5 0 obj << /Length 30 >> stream\n(CSS/JavaScript /JS /EF) Tj\nendstream endobj")]
    [InlineData("5 0 obj << /OpenAction [ 2 0 R /Fit ] /JSX /Launcher >> endobj % /JavaScript")]
    [InlineData("5 0 obj << /Perms << /EncryptMetadata true >> >> endobj")]
    public void Words_that_only_look_active_are_accepted(string objects) => Assert.Null(Look(Pdf(objects), "cv.pdf", null).RefusalCode);

    [Fact]
    public void A_pdf_cut_short_is_refused()
    {
        Refuses(FileRefusals.Broken, Pdf()[..^10], "cv.pdf");
        Refuses(FileRefusals.Broken, Latin("%PDF-1.7\n%%EOF"), "cv.pdf");
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "a.jpg")]
    [InlineData(SKEncodedImageFormat.Png, "a.png")]
    public void An_image_cut_short_at_any_byte_is_refused(SKEncodedImageFormat format, string name)
    {
        var whole = Image(format);
        for (var length = 9; length < whole.Length; length++) Refuses(FileRefusals.Broken, whole[..length], name);
    }

    [Fact]
    public void An_image_without_a_size_or_with_an_absurd_one_is_refused()
    {
        var png = Image(SKEncodedImageFormat.Png);
        Refuses(FileRefusals.Broken, [.. png[..16], 0, 0, 0, 0, .. png[20..]], "a.png");
        Refuses(FileRefusals.TooManyPixels, [.. png[..16], 0, 0, 0x40, 0, 0, 0, 0x40, 0, .. png[24..]], "a.png");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_photograph_loses_its_place_but_not_its_rotation(bool isLittleEndian)
    {
        var photo = PhoneJpeg(isLittleEndian);
        Assert.True(Look(photo, "a.jpg", "image/jpeg").IsAccepted);

        var stored = Stored(photo, FileKind.Jpeg);

        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(stored));
        Assert.DoesNotContain("Kasumigaseki", Encoding.Latin1.GetString(stored));
        using var codec = SKCodec.Create(new MemoryStream(stored));
        Assert.Equal(SKEncodedOrigin.RightTop, codec.EncodedOrigin);
        Assert.Equal(8, codec.Info.Width);
        Assert.Equal(SKBitmap.Decode(photo).Bytes, SKBitmap.Decode(stored).Bytes);
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("iTXt")]
    [InlineData("eXIf")]
    [InlineData("tIME")]
    public void A_png_loses_its_text_and_exif(string chunk)
    {
        var image = PngWith(chunk, "GPS 35.6762N");
        Assert.True(Look(image, "a.png", "image/png").IsAccepted);

        Assert.Equal(Image(SKEncodedImageFormat.Png), Stored([.. image, .. "PK hidden archive"u8], FileKind.Png));
    }

    [Fact]
    public void A_pdf_is_stored_as_it_came() => Assert.Equal(Pdf(), Stored(Pdf(), FileKind.Pdf));

    [Fact]
    public void The_stream_stands_at_its_start_after_inspection()
    {
        var content = new MemoryStream(Pdf());
        Inspector.Inspect(content, "cv.pdf", null);
        Assert.Equal(0, content.Position);
    }

    private static void Refuses(string code, byte[] content, string name) => Assert.Equal(new FileVerdict(null, code), Look(content, name, null));

    private static FileVerdict Look(byte[] content, string name, string? type) => Inspector.Inspect(new MemoryStream(content), name, type);

    private static byte[] Stored(byte[] content, FileKind kind)
    {
        var stored = new MemoryStream();
        Inspector.WithoutPersonalMetadata(new MemoryStream(content), kind).CopyTo(stored);
        return stored.ToArray();
    }
}
