using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Identity.Domain;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Benchmarks.Load;

/// <summary>
/// Files of claims through the command line, each in a process of its own: a short one for comparison, 50,000 new claims, and the same file
/// again, which changes nothing. Flat memory means that the long file peaks hardly above the short one. Processor time says
/// what the work takes when others use the machine too.
/// </summary>
internal static class ClaimsRun
{
    private const int Versions = 250, ClaimsEach = 200, Short = 1;
    private const string Mail = "officer@example.test";

    public static async Task<int> RunAsync()
    {
        using var program = PortalProgram.Built();
        await program.RunAsync("migrate");
        var (versions, statements) = await DescribeAsync(Path.Combine(program.State, "portal.db"));
        var (brief, whole) = (Path.Combine(program.State, "short.csv"), Path.Combine(program.State, "claims.csv"));
        await WriteAsync(brief, versions.Take(Short), statements);
        await WriteAsync(whole, versions, statements);
        foreach (var (name, file) in new[] { ("short", brief), ("50,000 new", whole), ("the same again", whole) })
        {
            var (time, busy, peak) = await program.MeasureAsync("import", "claims", file, "--officer", Mail);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {time.TotalSeconds:N1} s (processor {busy.TotalSeconds:N1} s), peak memory {peak:N0} MB"));
        }

        return 0;
    }

    private static async Task<(IReadOnlyList<(string Certification, string Label)> Versions, IReadOnlyList<(string Framework, string Code)> Statements)> DescribeAsync(string database)
    {
        await using var db = PortalModel.Create(DatabaseProvider.Sqlite, $"Data Source={database};Pooling=False");
        var (now, day) = (TimeProvider.System.GetUtcNow(), new DateOnly(2025, 4, 1));
        var person = Person.Register(Guid.CreateVersion7(), "Officer", Mail, "en");
        var office = Organisation.Register("NCO", Government.Japan, new("機関", "Agency"), day);
        var seat = Membership.Invite(office, Role.RecognitionOfficer, Mail, day, null, now);
        seat.Accept(person.Id, [], now);
        db.AddRange(person, office, seat);
        var officer = Rights.Of(person.Id, [seat], now);
        var certifications = await db.Certifications.OrderBy(c => c.Code).ToListAsync();
        var versions = Enumerable.Range(0, Versions).Select(i => (Certification: certifications[i % certifications.Count], Label: $"V{i / certifications.Count}")).ToList();
        db.AddRange(versions.Select(v => CertificationVersion.Describe(v.Certification.Id, new(v.Label, day, null, BilingualText.Empty), officer)));
        await db.SaveChangesAsync();
        var framework = await db.Frameworks.SingleAsync();
        var statements = await db.Set<FrameworkElement>().Where(e => e.Kind == FrameworkElementKind.Task || e.Kind == FrameworkElementKind.Knowledge).OrderBy(e => e.Code).Select(e => e.Code).ToListAsync();
        return ([.. versions.Select(v => (v.Certification.Code, v.Label))], [.. statements.Select(s => (framework.Identifier, s))]);
    }

    private static async Task WriteAsync(string path, IEnumerable<(string Certification, string Label)> versions, IReadOnlyList<(string Framework, string Code)> statements)
    {
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync(string.Join(',', IClaimFiles.Columns));
        foreach (var ((certification, label), place) in versions.Select((v, i) => (v, i)))
        {
            for (var i = 0; i < ClaimsEach; i++)
            {
                var (framework, statement) = statements[(place * 7 + i) % statements.Count];
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{certification},{label},{framework},{statement},{1 + (i % 5)},ProctoredWritten,0.{1 + (i % 9)},\"Syllabus, part {i}\","));
            }
        }
    }
}
