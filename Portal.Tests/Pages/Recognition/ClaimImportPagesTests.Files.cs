using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

public sealed partial class ClaimImportPagesTests
{
    [Fact]
    public async Task A_retired_statement_takes_no_claim()
    {
        var (officer, id, label) = await DescribedAsync("CISM");
        using var _ = officer;
        await host.InDatabaseAsync(async db =>
        {
            (await db.Set<FrameworkElement>().FirstAsync(e => e.Code == "T0126")).Retire("9.9");
            return await db.SaveChangesAsync();
        });
        var check = await CheckAsync(officer, "en", null, Csv($"CISM,{label},{Nice},T0126,3,PracticalExam,0.8,,"));
        Assert.Contains("T0126 is no longer part of the framework.", check.Text, StringComparison.Ordinal);
        Assert.Empty(await ClaimsAsync(id));
    }

    public static TheoryData<string, string, byte[], string> Unreadable => new()
    {
        { "en", "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Head + "\nCISM,日本\n")], "is not UTF-8; save it as “CSV UTF-8”" },
        { "ja", "UTF-16 without a mark", Encoding.Unicode.GetBytes(Head + "\nCISM,a\n"), "UTF-8ではありません。「CSV UTF-8」で保存してください" },
        // 日本 in Shift_JIS
        { "ja", "Shift_JIS", [.. Encoding.UTF8.GetBytes(Head + "\nCISM,"), 0x93, 0xFA, 0x96, 0x7B, (byte)'\n'], "UTF-8ではありません。「CSV UTF-8」で保存してください" },
        { "en", "another table", Encoding.UTF8.GetBytes("certification;version\nCISM;1\n"), "the columns must be certification, version, framework, statement, level, strength, confidence, source, items; found: certification;version" },
        { "en", "no workbook", [.. "PK"u8, 3, 4, .. RandomNumberGenerator.GetBytes(400)], "cannot be read as an XLSX workbook; save it again, or as “CSV UTF-8”" },
        { "en", "an open quotation mark", Encoding.UTF8.GetBytes(Head + "\nCISM,\"a,b,c,1,x,1,,\n"), "has a quotation mark that is not closed or not doubled" },
    };

    [Theory, MemberData(nameof(Unreadable))]
    public async Task A_file_that_is_no_such_table_is_refused_with_the_reason(string language, string what, byte[] file, string reason)
    {
        var (officer, _, _) = await DescribedAsync("CISM");
        using var one = officer;
        var check = await CheckAsync(officer, language, null, file);
        Assert.True(check.Status == HttpStatusCode.UnprocessableEntity, what);
        Assert.Equal(reason, check.TextsOf("table:first-of-type tbody td")[2]);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_without_end_is_refused()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var sheet = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            var megabyte = new byte[1024 * 1024];
            for (var i = 0; i < 260; i++)
            {
                await sheet.WriteAsync(megabyte, TestContext.Current.CancellationToken);
            }
        }

        var (officer, _, _) = await DescribedAsync("CISM");
        using var one = officer;
        Assert.Contains("cannot be read as an XLSX workbook", (await CheckAsync(officer, "en", null, zip.ToArray())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column()
    {
        var (officer, _, label) = await DescribedAsync("CISM");
        using var _ = officer;
        Assert.Equal(HttpStatusCode.OK, (await CheckAsync(officer, "en", null, [0xEF, 0xBB, 0xBF, .. Csv($"CISM,{label},{Nice},T0084,3,PracticalExam,0.8,,")])).Status);
    }

    [Theory]
    [InlineData("ja", "ファイルを選択してください。")]
    [InlineData("en", "Choose a file.")]
    public async Task Without_a_file_the_page_asks_for_one(string language, string sentence)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var answer = await (await officer.GetAsync($"/{language}/Recognition/ClaimImport")).Form().SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, sentence), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused()
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        Assert.Equal(["The file is larger than 10 MB. Split it, and check each part."], (await CheckAsync(officer, "en", null, new byte[FileLimits.MaxBytes + 1])).Errors);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task The_template_is_a_file_without_rows(string format)
    {
        using var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var answer = await officer.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/ja/Recognition/ClaimImport/Template/{format}"));
        var file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var check = await CheckAsync(officer, "ja", null, file, $"claims.{format}");
        Assert.Equal((HttpStatusCode.OK, "0"), (check.Status, check.TextsOf("main dl dd")[0]));
    }
}
