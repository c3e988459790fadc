using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>The verbs as an operator types them: what they say, where they say it, and how they end.</summary>
public sealed partial class CommandLineTests(PortalTemplate template) : IDisposable
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
