using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.ReferenceData;
using Xunit;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Database;

public sealed partial class ReferenceDataTests : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"reference-{Guid.NewGuid():N}.db");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(_file);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nice_arrives_complete()
    {
        var counts = await ImportNice(Nice());

        Assert.Equal(new ImportCounts(1 + 2245 + 5415, 0, 0), counts);
        await using var db = Open();
        var kinds = await db.Set<FrameworkElement>().GroupBy(x => x.Kind).ToDictionaryAsync(x => x.Key, x => x.Count(), Ct);
        Assert.Equal(41, kinds[FrameworkElementKind.WorkRole]);
        Assert.Equal(5, kinds[FrameworkElementKind.Category]);
        Assert.Equal(11, kinds[FrameworkElementKind.CompetencyArea]);
        Assert.Equal(946, kinds[FrameworkElementKind.Task]);
        Assert.Equal(662, kinds[FrameworkElementKind.Knowledge]);
        Assert.Equal(540, kinds[FrameworkElementKind.Skill]);
        Assert.Equal(40, kinds[FrameworkElementKind.OpmCode]);
    }

    [Fact]
    public async Task Nice_links_join_roles_to_statements()
    {
        await ImportNice(Nice());

        await using var db = Open();
        var roles = db.Set<FrameworkElement>().Where(x => x.Kind == FrameworkElementKind.WorkRole).Select(x => x.Code);
        var statements = db.Set<FrameworkElement>()
            .Where(x => x.Kind == FrameworkElementKind.Task || x.Kind == FrameworkElementKind.Knowledge || x.Kind == FrameworkElementKind.Skill).Select(x => x.Code);
        Assert.Equal(5334, await db.Set<FrameworkLink>().CountAsync(x => roles.Contains(x.FromCode) && statements.Contains(x.ToCode), Ct));
        Assert.Equal(5460 - 45, await db.Set<FrameworkLink>().CountAsync(Ct));
    }

    [Fact]
    public async Task Importing_the_same_file_again_changes_nothing_and_says_so()
    {
        await ImportNice(Nice());
        var certifications = Valid(CertificationImport.Parse(ReferenceFiles.Certifications()));
        await using (var first = Open()) Assert.Equal(new ImportCounts(57, 0, 0), await CertificationImport.ApplyAsync(first, certifications, Ct));
        await using (var first = Open()) Assert.Equal(new ImportCounts(174, 0, 0), await HolidayImport.ApplyAsync(first, Holidays(), Ct));

        Assert.Equal(new ImportCounts(0, 0, 1 + 2245 + 5415), await ImportNice(Nice()));
        await using var again = Open();
        Assert.Equal(new ImportCounts(0, 0, 57), await CertificationImport.ApplyAsync(again, certifications, Ct));
        var holidays = await HolidayImport.ApplyAsync(again, Holidays(), Ct);
        Assert.Equal(new ImportCounts(0, 0, 174), holidays);
        Assert.True(holidays.ChangedNothing);
    }

    [Fact]
    public async Task A_corrected_file_updates_only_what_differs()
    {
        await ImportNice(Nice());
        var corrected = Nice();
        Element(corrected, "OG-WRL-014")["title"] = "Systems Security Manager";
        Rows(corrected, "elements").Add(JsonNode.Parse("""{"element_type":"task","element_identifier":"T9999","title":"","text":"New task","doc_identifier":"SP_800_181_2_1_0"}"""));
        Rows(corrected, "relationships").Add(LinkRow("OG-WRL-014", "T9999"));

        Assert.Equal(new ImportCounts(2, 1, 1 + 2244 + 5415), await ImportNice(corrected));
        await using var db = Open();
        Assert.Equal("Systems Security Manager", (await db.Set<FrameworkElement>().SingleAsync(x => x.Code == "OG-WRL-014", Ct)).Title);
        Assert.True(await db.Set<FrameworkLink>().AnyAsync(x => x.ToCode == "T9999", Ct));
    }

    [Fact]
    public async Task A_later_version_stands_beside_the_earlier_one()
    {
        await ImportNice(Nice());
        var later = JsonNode.Parse(Nice().ToJsonString().Replace("SP_800_181_2_1_0", "SP_800_181_2_2_0").Replace("\"2.1.0\"", "\"2.2.0\""))!;

        Assert.Equal(0, (await ImportNice(later)).Unchanged);
        await using var db = Open();
        Assert.Equal(["2.1.0", "2.2.0"], await db.Set<Framework>().Select(x => x.Version).OrderBy(x => x).ToListAsync(Ct));
        Assert.Equal(2, await db.Set<FrameworkElement>().CountAsync(x => x.Code == "OG-WRL-014", Ct));
    }

    [Fact]
    public async Task American_holidays_stand_on_the_observed_day_and_moved_ones_go()
    {
        await using (var db = Open()) await HolidayImport.ApplyAsync(db, Holidays(), Ct);
        await using (var db = Open()) Assert.True(await db.Set<Holiday>().AnyAsync(x => x.Government == Government.UnitedStates && x.Date == new DateOnly(2026, 7, 3), Ct));

        await using var again = Open();
        var moved = Holidays().Where(x => x.NameJa != "海の日").ToList();
        Assert.Equal(new ImportCounts(0, 0, 168, Removed: 6), await HolidayImport.ApplyAsync(again, moved, Ct));
    }


    private async Task ImportBasisAsync()
    {
        await ImportNice(Nice());
        await using var db = Open();
        await CertificationImport.ApplyAsync(db, Valid(CertificationImport.Parse(ReferenceFiles.Certifications())), Ct);
    }

    private async Task<ImportCounts> ImportDcwf()
    {
        await using var db = Open();
        var roles = Valid(DcwfImport.Parse(ReferenceFiles.Dcwf(), "5.1"));
        Assert.Empty(await DcwfImport.CheckAsync(db, roles, Ct));
        return await DcwfImport.ApplyAsync(db, roles, Ct);
    }

    private async Task<ImportCounts> ImportPlacements()
    {
        await using var db = Open();
        var matrix = Valid(PlacementImport.Parse(ReferenceFiles.Placements(), "2.1"));
        Assert.Empty(await PlacementImport.CheckAsync(db, matrix, Ct));
        return await PlacementImport.ApplyAsync(db, matrix, Ct);
    }

    private async Task<ImportCounts> ImportNice(JsonNode json)
    {
        await using var db = Open();
        return await NiceImport.ApplyAsync(db, Valid(NiceImport.Parse(Json(json))), Ct);
    }

    private static IReadOnlyList<Holiday> Holidays() => Valid(HolidayImport.Parse(ReferenceFiles.Holidays()));

    private ReferenceDataContext Open() => new(_file);

    private sealed class ReferenceDataContext(string file) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={file};Pooling=False");

        protected override void OnModelCreating(ModelBuilder model) =>
            model.ApplyConfigurationsFromAssembly(typeof(NiceImport).Assembly, x => x.Name is "FrameworkConfiguration" or "FrameworkElementConfiguration"
                or "FrameworkLinkConfiguration" or "CertificationConfiguration" or "DcwfRoleConfiguration" or "ReferencePlacementConfiguration" or "HolidayConfiguration");
    }
}
