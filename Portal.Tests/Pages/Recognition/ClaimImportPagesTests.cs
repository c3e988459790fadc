using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Exports;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Claims from a file: checked first, then applied, all of it or nothing.</summary>
public sealed partial class ClaimImportPagesTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Head = "certification,version,framework,statement,level,strength,confidence,source,items", Nice = RecognitionPages.Nice21;

    [Theory]
    [InlineData("ja", "csv", "ファイルに問題はありません")]
    [InlineData("en", "xlsx", "The file is sound")]
    public async Task A_file_is_checked_then_applied_and_again_changes_nothing(string language, string format, string sound)
    {
        var (officer, id, label) = await DescribedAsync("GCIH");
        using var _ = officer;
        string[] rows = [$"GCIH,{label},{Nice},T0084,3,PracticalExam,0.8,\"Part 2, our words\",", $"GCIH,{label},{Nice},k1082,２,syllabusonly,1,,"];
        var file = format == "csv" ? Csv(rows) : await XlsxAsync(rows);

        var check = await CheckAsync(officer, language, null, file, $"claims.{format}");
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains(sound, check.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "0", "0", "1"], check.TextsOf("main dl dd"));
        Assert.Empty(await ClaimsAsync(id));

        var applied = await Attach(check.Form(), file).SubmitAsync();
        Assert.Empty(applied.Errors);
        Assert.Contains(Hash(file), applied.Text, StringComparison.Ordinal);
        var claims = await ClaimsAsync(id);
        Assert.Equal([("K1082", 2, AssessmentStrength.SyllabusOnly, 1m, null), ("T0084", 3, AssessmentStrength.PracticalExam, 0.8m, "Part 2, our words")],
            claims.Select(c => (c.Statement, c.Level, c.Strength, c.Confidence, c.Source)));
        Assert.All(claims, c => Assert.Equal((officer.Id, Government.Japan), (c.AuthorId, c.AuthorGovernment)));

        var again = await CheckAsync(officer, language, null, file, $"claims.{format}");
        Assert.Equal(["0", "0", "2", "0"], again.TextsOf("main dl dd"));
        Assert.Empty(again.Document.QuerySelectorAll("form[action*='/Apply']"));
    }

    [Fact]
    public async Task A_second_file_adds_and_replaces_and_leaves_one_line_of_history_with_its_counts_and_hash()
    {
        var (officer, id, label) = await DescribedAsync("GCIH");
        using var _ = officer;
        await ApplyAsync(officer, Csv($"GCIH,{label},{Nice},T0084,3,PracticalExam,0.8,,", $"GCIH,{label},{Nice},K1082,2,SyllabusOnly,1,,"));
        var file = Csv($"GCIH,{label},{Nice},T0084,4,PracticalExam,0.8,,", $"GCIH,{label},{Nice},K1082,2,SyllabusOnly,1,,", $"GCIH,{label},{Nice},S0432,1,SelfClaim,0.5,,");
        await ApplyAsync(officer, file);

        Assert.Equal([("K1082", 2), ("S0432", 1), ("T0084", 4)], (await ClaimsAsync(id)).Select(c => (c.Statement, c.Level)));
        var lines = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.CaseId == id && e.Operation == nameof(ImportClaims)).OrderBy(e => e.Sequence).Select(e => e.Changes).ToListAsync());
        Assert.Equal(2, lines.Count);
        Assert.Contains($"1 1 1 {Hash(file)}", lines[1], StringComparison.Ordinal);
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var history = await auditor.GetAsync($"/en/Reporting/History/Item/{id}?type={nameof(CertificationVersion)}");
        Assert.Contains("1 new, 1 changed, 1 unchanged; SHA-256", history.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "NOSUCH,{0},{1},T0084,3,PracticalExam,0.8,,", "2", "certification", "資格一覧にNOSUCHはありません")]
    [InlineData("en", "CISM,NOSUCH,{1},T0084,3,PracticalExam,0.8,,", "2", "version", "The certification has no version NOSUCH; describe it first")]
    [InlineData("en", "CISM,{0},NICE_9,T0084,3,PracticalExam,0.8,,", "2", "framework", "No framework version NICE_9 is loaded")]
    [InlineData("ja", "CISM,{0},{1},T9999,3,PracticalExam,0.8,,", "2", "statement", "フレームワークにT9999という項目はありません。コードを確認してください。")]
    [InlineData("en", "CISM,{0},{1},OG-WRL-014,3,PracticalExam,0.8,,", "2", "statement", "OG-WRL-014 is no task, knowledge or skill. Enter the code of a statement, for example T0084.")]
    [InlineData("en", "CISM,{0},{1},T0084,6,PracticalExam,0.8,,", "2", "level", "The level for T0084 must be from 1 to 5")]
    [InlineData("ja", "CISM,{0},{1},T0084,三,PracticalExam,0.8,,", "2", "level", "levelに三は使えません")]
    [InlineData("ja", "CISM,{0},{1},T0084,3,PracticalExam,1.1,,", "2", "confidence", "T0084の確信度は、0から1までで入力してください")]
    [InlineData("en", "CISM,{0},{1},T0084,3,PracticalExam,,,", "2", "confidence", "confidence is missing")]
    [InlineData("en", "CISM,{0},{1},T0084,3,Guess,0.8,,", "2", "strength", "strength cannot be Guess")]
    [InlineData("en", "CISM,{0},{1},T0084,3,PracticalExam,0.8,,BP-1", "2", "items", "This certification has no item of evidence BP-1. Record the item first, or check the code.")]
    [InlineData("ja", "CISM,{0},{1},S0432,3,PracticalExam,0.8,,\nCISM,{0},{1},K1082,3,PracticalExam,0.8,,\nCISM,{0},{1},s0432,2,SelfClaim,0.1,,", "4", "", "2行目と重複しています")]
    [InlineData("en", "CISM,{0},{1},T0084,3", "2", "", "has 5 fields instead of 9")]
    public async Task A_wrong_row_is_named_with_its_column_and_reason_and_nothing_is_applied(string language, string rows, string row, string column, string reason)
    {
        var (officer, id, label) = await DescribedAsync("CISM");
        using var _ = officer;
        var sound = $"CISM,{label},{Nice},T0084,3,PracticalExam,0.8,,";
        var file = Csv([.. string.Format(System.Globalization.CultureInfo.InvariantCulture, rows, label, Nice).Split('\n'), .. rows.Contains("T0084", StringComparison.Ordinal) ? [] : new[] { sound }]);
        var check = await CheckAsync(officer, language, null, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, check.Status);
        Assert.Equal([row, column, reason], check.TextsOf("table:first-of-type tbody tr:first-child td").Take(3));
        Assert.Empty(check.Document.QuerySelectorAll("form[action*='/Apply']"));
        Assert.Empty(await ClaimsAsync(id));
    }

    [Theory]
    [InlineData("ja", "確認したファイルと内容が違います。確認したファイルを選ぶか、このファイルを先に確認してください。何も登録していません。")]
    [InlineData("en", "This is not the file that was checked. Choose that file, or check this one first. Nothing was recorded.")]
    public async Task Only_the_file_that_was_checked_is_applied(string language, string sentence)
    {
        var (officer, id, label) = await DescribedAsync("CISM");
        using var _ = officer;
        var check = await CheckAsync(officer, language, null, Csv($"CISM,{label},{Nice},T0084,3,PracticalExam,0.8,,"));
        var refused = await Attach(check.Form(), Csv($"CISM,{label},{Nice},T0084,5,PracticalExam,0.8,,")).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([sentence], refused.Errors);
        Assert.Empty(await ClaimsAsync(id));
        Assert.Empty((await Attach(refused.Form(), Csv($"CISM,{label},{Nice},T0084,3,PracticalExam,0.8,,")).SubmitAsync()).Errors);
        Assert.Single(await ClaimsAsync(id));
    }

    [Fact]
    public async Task Whoever_was_overtaken_sees_what_the_file_would_do_now()
    {
        var (officer, id, label) = await DescribedAsync("CISM");
        using var _ = officer;
        var file = Csv($"CISM,{label},{Nice},T0084,3,PracticalExam,0.8,,", $"CISM,{label},{Nice},K1082,3,PracticalExam,0.8,,");
        var check = await CheckAsync(officer, "en", null, file);
        var framework = await host.InDatabaseAsync(db => db.Frameworks.Where(f => f.Identifier == Nice).Select(f => f.Id).SingleAsync());
        await host.SendAsync(officer.Actor, new RecordClaim(id, framework, "T0084", new ClaimText(5, AssessmentStrength.SelfClaim, 0.1m, null)));
        var refused = await Attach(check.Form(), file).SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(["1", "1", "0", "1"], refused.TextsOf("main dl dd"));
        Assert.Equal(5, Assert.Single(await ClaimsAsync(id)).Level);
    }

    [Fact]
    public async Task The_page_of_one_version_takes_rows_about_that_version_only()
    {
        var (officer, id, label) = await DescribedAsync("CISM");
        using var _ = officer;
        var (_, other, otherLabel) = await DescribedAsync("CISM");
        var evidence = await officer.GetAsync($"/en/Recognition/Evidence/Index/CISM?version={id}");
        Assert.NotNull(evidence.Document.QuerySelector($"a[href$='/ClaimImport?version={id}'], a[href$='/ClaimImport/Index?version={id}']"));
        var check = await CheckAsync(officer, "en", id, Csv($"CISM,{otherLabel},{Nice},T0084,3,PracticalExam,0.8,,"));
        Assert.Contains($"{otherLabel} is not the version that this page is about", check.Text, StringComparison.Ordinal);
        await ApplyAsync(officer, Csv($"CISM,{label},{Nice},T0084,3,PracticalExam,0.8,,"), id);
        Assert.Single(await ClaimsAsync(id));
        Assert.Empty(await ClaimsAsync(other));
    }

    [Theory]
    [InlineData(Role.RecognitionReviewer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.ProgrammeOfficer)]
    public async Task Whoever_only_reads_brings_no_file(Role role)
    {
        using var person = await host.People.StaffAsync(role, Government.Japan);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/en/Recognition/ClaimImport")).Status);
    }

    private async Task<(SignedIn Officer, Guid Version, string Label)> DescribedAsync(string certification)
    {
        var officer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        var label = $"V-{Guid.NewGuid():N}"[..12];
        var version = await host.SendAsync(officer.Actor, new DescribeCertificationVersion(certification, new(label, new DateOnly(2025, 4, 1), null, BilingualText.Empty)));
        return (officer, version.Value, label);
    }

    private static async Task<HtmlPage> CheckAsync(SignedIn officer, string language, Guid? version, byte[] file, string name = "claims.csv")
    {
        var form = (await officer.GetAsync($"/{language}/Recognition/ClaimImport{(version is null ? "" : $"?version={version}")}")).Form();
        return await form.Attach("File", name, "application/octet-stream", file).SubmitAsync();
    }

    private static async Task ApplyAsync(SignedIn officer, byte[] file, Guid? version = null) =>
        Assert.Empty((await Attach((await CheckAsync(officer, "en", version, file)).Form(), file).SubmitAsync()).Errors);

    private static HtmlForm Attach(HtmlForm form, byte[] file) => form.Attach("File", "claims.csv", "application/octet-stream", file);

    private Task<List<EvidenceClaim>> ClaimsAsync(Guid version) =>
        host.InDatabaseAsync(db => db.CertificationVersions.Where(v => v.Id == version).SelectMany(v => v.Claims).AsNoTracking().OrderBy(c => c.Statement).ToListAsync());

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes($"{Head}\r\n{string.Join("\r\n", rows)}\r\n");

    private static async Task<byte[]> XlsxAsync(string[] rows)
    {
        using var to = new MemoryStream();
        var cells = rows.Select(IReadOnlyList<object?> (r) => [.. r.Replace("\"Part 2, our words\"", "Part 2; our words", StringComparison.Ordinal).Split(',').Select(c => int.TryParse(c, out var n) ? n : (object)c.Replace(';', ','))]);
        await new TableWriter().WriteAsync(TableFormat.Xlsx, new("claims", IClaimFiles.Columns, cells, []), to, TestContext.Current.CancellationToken);
        return to.ToArray();
    }

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
