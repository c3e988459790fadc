using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>The verbs as an operator types them: what they say, where they say it, and how they end.</summary>
public sealed class CommandLineTests(PortalTemplate template) : IDisposable
{
    private readonly Operator _operator = new();

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    public async Task Help_lists_every_verb(string word)
    {
        var (code, said, _) = await _operator.RunAsync(word);
        Assert.Equal(0, code);
        Assert.All(["serve", "migrate", "seed", "import", "routes", "verify", "user", "keys"], verb => Assert.Contains($"  {verb} ", said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("seed")]
    [InlineData("import")]
    [InlineData("routes")]
    [InlineData("verify")]
    [InlineData("user")]
    [InlineData("keys")]
    public async Task Each_verb_has_its_help(string verb)
    {
        var (code, said, _) = await _operator.RunAsync(verb, "--help");
        Assert.Equal(0, code);
        Assert.StartsWith($"Usage: {verb}", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("migrate", "now")]
    [InlineData("seed")]
    [InlineData("seed", "--profile", "load", "--size", "many")]
    [InlineData("import", "nice")]
    [InlineData("import", "poems", "file.json")]
    [InlineData("import", "claims", "file.csv")]
    [InlineData("import", "nice", "file.json", "--dry-run")]
    [InlineData("user", "remove", "a@example.test", "Auditor", "NCO")]
    [InlineData("user", "invite", "a@example.test", "Boss", "NCO")]
    [InlineData("keys")]
    [InlineData("keys", "burn")]
    [InlineData("keys", "list", "--now")]
    public async Task A_line_that_is_not_understood_shows_the_usage_and_ends_with_2(params string[] line)
    {
        var (code, said, error) = await _operator.RunAsync(line);
        Assert.Equal((2, ""), (code, said));
        Assert.Contains("Usage: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_makes_the_database_says_so_and_the_second_time_changes_nothing()
    {
        var (code, said, _) = await _operator.RunAsync("migrate");
        Assert.Equal(0, code);
        Assert.Contains("Migrated: ", said, StringComparison.Ordinal);
        Assert.Contains("NICE Framework (", said, StringComparison.Ordinal);
        Assert.Equal((0, "The database is up to date.\n", ""), await _operator.RunAsync("migrate"));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("keys", "list")]
    [InlineData("user", "invite", "a@example.test", "Auditor", "NCO")]
    public async Task Without_a_schema_a_verb_says_what_to_do(params string[] line)
    {
        var (code, _, error) = await _operator.RunAsync(line);
        Assert.Equal(1, code);
        Assert.Contains("run \"migrate\" first", error, StringComparison.Ordinal);
    }

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

    [Fact]
    public async Task The_first_administrator_is_invited_to_an_organisation_registered_on_the_way()
    {
        template.CopyTo(_operator.Database);
        Assert.Equal(1, (await _operator.RunAsync("user", "invite", "first@example.test", "administrator", "MOFA")).Code);

        var (code, said, error) = await _operator.RunAsync(
            "user", "invite", "first@example.test", "administrator", "MOFA", "--government", "Japan", "--name-ja", "外務省", "--name-en", "Ministry of Foreign Affairs");
        Assert.True(code == 0, error);
        Assert.Contains("Invited first@example.test as Administrator at MOFA", said, StringComparison.Ordinal);
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={_operator.Database};Pooling=False");
        Assert.Equal("first@example.test", (await db.Memberships.SingleAsync(TestContext.Current.CancellationToken)).InvitedAddress);
        Assert.Equal(1, await db.Outbox.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal((0, "Every chain holds: 2 entries in 2 chains.\n"), ((await _operator.RunAsync("verify")) switch { var (c, s, _) => (c, s) }));
    }

    [Fact]
    public async Task Verify_names_the_first_bad_entry()
    {
        template.CopyTo(_operator.Database);
        await _operator.RunAsync("user", "invite", "first@example.test", "Auditor", "NCO", "--government", "Japan", "--name-ja", "国家サイバー統括室", "--name-en", "National Cyber Office");
        await using (var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={_operator.Database};Pooling=False"))
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Operation = 'Nothing' WHERE CaseType = 'Membership'", TestContext.Current.CancellationToken);
        }

        var (code, _, error) = await _operator.RunAsync("verify");
        Assert.Equal(1, code);
        Assert.Contains("This entry was changed after it was written: Membership", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_up_data_is_refused_outside_development()
    {
        var (code, _, error) = await _operator.RunAsync("seed", "--profile", "demo");
        Assert.Equal(1, code);
        Assert.Contains("Development", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_are_listed_as_json_with_their_doors()
    {
        var (code, said, _) = await _operator.RunAsync("routes", "--json");
        Assert.Equal(0, code);
        var routes = System.Text.Json.JsonDocument.Parse(said).RootElement.EnumerateArray().Select(x => (Template: x.GetProperty("template").GetString(), Door: x.GetProperty("door").GetString())).ToList();
        Assert.Contains(("/{culture}/Account/SignIn/Index/{id?}", "anyone"), routes);
        Assert.DoesNotContain(routes, x => x.Template!.Contains("gallery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Serve_prints_every_reason_for_which_production_does_not_start()
    {
        var (code, _, error) = await _operator.RunAsync("serve");
        Assert.Equal(1, code);
        Assert.Equal(8, error.Split('\n').Count(x => x.StartsWith("- ", StringComparison.Ordinal)));
    }

    public void Dispose() => _operator.Dispose();

    /// <summary>A recognition officer, and a version that claims can be recorded on.</summary>
    private async Task EvidenceAsync(string address)
    {
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={_operator.Database};Pooling=False");
        var person = Person.Register(Guid.CreateVersion7(), "Officer", address, "en");
        var office = Organisation.Register("NCO", Government.Japan, new("機関", "Agency"), new DateOnly(2020, 1, 1));
        var seat = Membership.Invite(office, Role.RecognitionOfficer, address, new DateOnly(2020, 1, 1), null, TestData.Now);
        seat.Accept(person.Id, [], TestData.Now);
        var officer = Actors.Staff(Role.RecognitionOfficer, Government.Japan);
        var certification = await db.Certifications.SingleAsync(c => c.Code == "CISSP");
        db.AddRange(person, office, seat, CertificationVersion.Describe(certification.Id, new("2025", new DateOnly(2025, 4, 1), null, BilingualText.Empty), officer));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<int> CertificationsAsync()
    {
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={_operator.Database};Pooling=False");
        return await db.Certifications.CountAsync();
    }
}
