using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>Prints a statement with its number and a QR code that leads to the page where anybody checks it.</summary>
public interface IStatementPrinter
{
    /// <param name="language">"ja" or "en".</param>
    Stream Print(RecognitionStatement statement, string language);
}

/// <summary>Issues the statement of a case whose recognition stands: its files are kept as they are now, so that their hashes stay.</summary>
internal sealed class StatementIssue(IPortalDb db, IFileStore files, IStatementPrinter printer)
{
    private static readonly string[] s_languages = ["ja", "en"];

    public async Task IssueAsync(RecognitionCase granted, DateTimeOffset now, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods).GetAsync(granted.EquivalenceId, ct);
        equivalence.RequireGrantable(granted.EquivalenceVersionId, now);
        var version = await db.EquivalenceVersions.AsNoTracking().GetAsync(granted.EquivalenceVersionId, ct);
        var content = await ContentAsync(granted, equivalence, version, ct);
        var statement = RecognitionStatement.Issue(await FreeNumberAsync(Staff.Today(granted.HostGovernment, now).Year, ct), granted, content, equivalence.IsDemonstration, now);
        foreach (var language in s_languages)
        {
            await using var pdf = printer.Print(statement, language);
            statement.Attach(language, await files.SaveAsync(pdf, ct));
        }

        db.RecognitionStatements.Add(statement);
    }

    private async Task<StatementContent> ContentAsync(RecognitionCase granted, Equivalence equivalence, EquivalenceVersion version, CancellationToken ct)
    {
        var names = await EquivalenceNames.OfAsync(db, equivalence, version.Content.Scope, ct);
        NamedText Named(string code) => new(code, new BilingualText(names.Of(code).NameJa ?? "", names.Of(code).NameEn));
        return new(
            equivalence.Number, version.Number, [.. granted.Certifications.Select(c => Named(c.Certification))], Named(equivalence.TargetCode),
            [.. version.Content.Scope.Select(Named)], version.Content.Decision, version.Content.Statement.Text, version.Content.Effects,
            [.. granted.Measures.Where(m => m.FulfilledAt is not null).Select(m => m.Text)], granted.SourceGovernment, granted.HostGovernment, Until(granted, version));
    }

    /// <summary>No longer than the decision, and no longer than any of the certifications.</summary>
    private static Deadline Until(RecognitionCase granted, EquivalenceVersion version) =>
        granted.Certifications.Select(c => c.EndOn(granted.SourceGovernment)).OfType<Deadline>().Append(version.Content.ValidUntil!.Value).MinBy(d => d.Instant);

    private async Task<string> FreeNumberAsync(int year, CancellationToken ct)
    {
        while (true)
        {
            var number = StatementNumber.Draw(year);
            if (!await db.RecognitionStatements.AnyAsync(s => s.Number == number, ct))
            {
                return number;
            }
        }
    }
}
