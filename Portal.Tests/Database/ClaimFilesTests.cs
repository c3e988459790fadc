using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Application.Identity;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Database;

/// <summary>Evidence on each engine: files of claims, and what may be there only once.</summary>
public sealed class ClaimFilesTests
{
    private static readonly Actor s_officer = Actors.Staff(Role.RecognitionOfficer, Government.Japan);

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_file_is_written_once_and_changes_nothing_the_second_time(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var version = await WithVersionAsync(database);
        var rows = Enumerable.Range(1, 1200).Select(i => $"X-1,2025,FW_1,T{i:0000},{(i % 5) + 1},SyllabusOnly,0.5,Part {i},\n");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{string.Join(',', IClaimFiles.Columns)}\n{string.Concat(rows)}"));

        Assert.Equal(new ClaimCounts(1200, 0, 0), await ApplyAsync(database, file));
        Assert.Equal(new ClaimCounts(0, 0, 1200), await ApplyAsync(database, file));
        await database.AsAsync(Actor.System, async db =>
        {
            Assert.Equal(1200, await db.Set<EvidenceClaim>().CountAsync());
            Assert.Single((await db.CertificationVersions.Include(v => v.Imports).SingleAsync(v => v.Id == version)).Imports);
            Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.CaseId == version));
        });
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task A_file_that_would_do_something_else_by_now_writes_nothing(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await WithVersionAsync(database);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{string.Join(',', IClaimFiles.Columns)}\nX-1,2025,FW_1,T0001,3,SyllabusOnly,0.5,,\n"));
        await using var scope = database.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<IClaimFiles>();
        var check = await files.CheckAsync(file, null, s_officer, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<StaleException>(() => files.ApplyAsync(file, null, check with { Counts = new(0, 1, 0) }, s_officer, TestContext.Current.CancellationToken));
        await database.AsAsync(Actor.System, async db => Assert.Equal(0, await db.Set<EvidenceClaim>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestDatabase.Engines), MemberType = typeof(TestDatabase))]
    public async Task Two_who_take_the_same_name_at_once_are_told_who_was_first(string engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await WithVersionAsync(database);
        await database.AsAsync(s_officer, async db =>
        {
            var certification = await db.Certifications.Select(c => c.Id).SingleAsync();
            var text = new EvidenceItemText(
                EvidenceType.Syllabus, new("題", "A title"), null, null, "NCO", new DateOnly(2025, 1, 1), null, EvidenceLanguage.Both, Confidentiality.Public);
            await TwiceAsync(database, () => CertificationVersion.Describe(certification, new("2026", new DateOnly(2026, 4, 1), null, BilingualText.Empty), s_officer));
            await TwiceAsync(database, () => EvidenceItem.Record(certification, "BP-1", text, s_officer, new DateOnly(2026, 1, 1)));
        });
    }

    private static async Task TwiceAsync<T>(TestDatabase database, Func<T> make) where T : Aggregate => await database.AsAsync(s_officer, async late =>
    {
        await database.AsAsync(s_officer, async early =>
        {
            early.Add(make());
            await new PortalDb(early).SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        late.Add(make());
        await Assert.ThrowsAsync<StaleException>(() => new PortalDb(late).SaveChangesAsync(TestContext.Current.CancellationToken));
    });

    private static async Task<ClaimCounts> ApplyAsync(TestDatabase database, Stream file)
    {
        await using var scope = database.Services.CreateAsyncScope();
        var files = scope.ServiceProvider.GetRequiredService<IClaimFiles>();
        var check = await files.CheckAsync(file, null, s_officer, TestContext.Current.CancellationToken);
        Assert.Empty(check.Problems);
        await files.ApplyAsync(file, null, check, s_officer, TestContext.Current.CancellationToken);
        return check.Counts;
    }

    private static async Task<Guid> WithVersionAsync(TestDatabase database) => await database.AsAsync(s_officer, async db =>
    {
        var framework = Framework.Create("FW_1", "A framework", "1", null);
        Enumerable.Range(1, 1200).ToList().ForEach(i => framework.Add(new(FrameworkElementKind.Task, $"T{i:0000}", "", $"Task {i}", i, null)));
        var certification = Certification.Create(new("X-1", "A certification", null, "Somebody", "JPN", null, null, CertificationConfidence.Source));
        var version = CertificationVersion.Describe(certification.Id, new("2025", new DateOnly(2025, 4, 1), null, BilingualText.Empty), s_officer);
        db.AddRange(framework, certification, version);
        await db.SaveChangesAsync();
        return version.Id;
    });
}
