using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

public sealed partial class CommandLineTests
{
    [Fact]
    public async Task A_broken_import_names_rows_and_reasons_and_loads_nothing()
    {
        template.CopyTo(_operator.Database);
        var before = await CertificationsAsync();
        var file = Path.Combine(_operator.State, "certifications.json");
        await File.WriteAllTextAsync(file, """{"certifications":[{"id":"NEW","name_en":"New","issuer":"X","issuer_country":"US","confidence":"source"},{"id":"OLD","name_en":7}]}""", TestContext.Current.CancellationToken);
        var (code, said, error) = await _operator.RunAsync("import", "certifications", file);
        Assert.Equal((1, ""), (code, said));
        Assert.Contains("certifications row 2 (OLD): name_en cannot be 7", error, StringComparison.Ordinal);
        Assert.Contains("certifications row 2 (OLD): issuer is missing", error, StringComparison.Ordinal);
        Assert.Equal(before, await CertificationsAsync());
    }

    [Fact]
    public async Task A_sound_import_counts_what_it_did()
    {
        template.CopyTo(_operator.Database);
        var file = Path.Combine(_operator.State, "holidays.json");
        await using (var built = Infrastructure.ReferenceData.ReferenceFiles.Holidays())
        await using (var copy = File.Create(file))
        {
            await built.CopyToAsync(copy, TestContext.Current.CancellationToken);
        }

        var (code, said, _) = await _operator.RunAsync("import", "holidays", file);
        Assert.Equal(0, code);
        Assert.Contains("0 added, 0 updated, 0 removed", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dcwf", "dcwf_code,title,element,ncwf_id,definition\n411,Technical Support Specialist,IT,XX-WRL-1,Helps\n", "row 2 (411): XX-WRL-1 is not loaded; import it first")]
    [InlineData("8140", "dcwf_code;cert\n", "row 1: the columns must be dcwf_code, work_role, element, cert, proficiency, vendor; found: dcwf_code;cert")]
    [InlineData("8140", "dcwf_code,work_role,element,cert,proficiency,vendor\n411,a,b,CC,Basic,ISC2\n999,a,b,CC,Basic,ISC2\n", "row 3 (CC): 999 is not loaded; import it first")]
    public async Task A_broken_table_names_rows_and_reasons_and_loads_nothing(string kind, string csv, string reason)
    {
        template.CopyTo(_operator.Database);
        var file = Path.Combine(_operator.State, "table-9.9.csv");
        await File.WriteAllTextAsync(file, csv, TestContext.Current.CancellationToken);
        var (code, said, error) = await _operator.RunAsync("import", kind, file);
        Assert.Equal((1, ""), (code, said));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={_operator.Database};Pooling=False");
        Assert.False(await db.DcwfRoles.AnyAsync(x => x.Edition == "9.9", TestContext.Current.CancellationToken));
        Assert.Equal(426, await db.ReferencePlacements.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_table_takes_its_edition_from_the_name_of_the_file()
    {
        template.CopyTo(_operator.Database);
        var file = Path.Combine(_operator.State, "dcwf-roles-5.2.csv");
        await using (var built = Infrastructure.ReferenceData.ReferenceFiles.Dcwf())
        await using (var copy = File.Create(file))
        {
            await built.CopyToAsync(copy, TestContext.Current.CancellationToken);
        }

        Assert.Contains("0 added, 74 updated", (await _operator.RunAsync("import", "dcwf", file)).Item2, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 updated, 0 removed, 74 unchanged", (await _operator.RunAsync("import", "dcwf", file)).Item2, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_are_loaded_in_the_name_of_an_officer_after_a_dry_run()
    {
        template.CopyTo(_operator.Database);
        await EvidenceAsync("officer@example.test");
        var file = Path.Combine(_operator.State, "claims.csv");
        await File.WriteAllTextAsync(file, $"{string.Join(',', IClaimFiles.Columns)}\nCISSP,2025,SP_800_181_2_1_0,T0084,3,PracticalExam,0.8,,\nCISSP,2025,SP_800_181_2_1_0,K1082,3,PracticalExam,0.8,,\n", TestContext.Current.CancellationToken);
        string[] line = ["import", "claims", file, "--officer", "officer@example.test"];

        Assert.Contains("2 added, 0 changed, 0 unchanged; a dry run, nothing was loaded.", (await _operator.RunAsync([.. line, "--dry-run"])).Said, StringComparison.Ordinal);
        Assert.Contains("2 added, 0 changed, 0 unchanged. SHA-256", (await _operator.RunAsync(line)).Said, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 changed, 2 unchanged. SHA-256", (await _operator.RunAsync(line)).Said, StringComparison.Ordinal);
        Assert.StartsWith("Every chain holds: ", (await _operator.RunAsync("verify")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_of_claims_names_row_column_and_reason_and_a_stranger_loads_none()
    {
        template.CopyTo(_operator.Database);
        await EvidenceAsync("officer@example.test");
        var file = Path.Combine(_operator.State, "claims.csv");
        await File.WriteAllTextAsync(file, $"{string.Join(',', IClaimFiles.Columns)}\nCISSP,2025,SP_800_181_2_1_0,T0084,9,PracticalExam,0.8,,\n", TestContext.Current.CancellationToken);
        var (code, _, error) = await _operator.RunAsync("import", "claims", file, "--officer", "officer@example.test");
        Assert.Equal(1, code);
        Assert.Contains("row 2, level: The level for T0084 must be from 1 to 5", error, StringComparison.Ordinal);
        Assert.Contains("is no recognition officer", (await _operator.RunAsync("import", "claims", file, "--officer", "stranger@example.test")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_said_plainly()
    {
        var (code, _, error) = await _operator.RunAsync("import", "nice", "/nowhere/nice.json");
        Assert.Equal(1, code);
        Assert.StartsWith("import: ", error, StringComparison.Ordinal);
    }
}
