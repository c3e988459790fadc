using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Reporting;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What the candidate sent, read from the kept text: what is typed since then in a correction is still the candidate's own.</summary>
internal sealed record SentCase(SubmissionContent Content, IReadOnlyList<CaseDetails.Sent> Submissions, IReadOnlyList<StoredDocument> Files)
{
    public IReadOnlyList<AnsweredSection> Sections(ApplicationForm form)
    {
        var reader = new FormReader(form, _ => false, Files.ToLookup(f => f.FieldKey));
        return [.. form.Sections.Select(kind => reader.Read(kind, Content.AnswersOf(kind)))];
    }
}

internal static class SentCases
{
    private const int ShownHistory = 10;

    private static readonly JsonSerializerOptions s_shape = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>A submitted application for the people who handle it; to whoever sent it, staff pages do not exist.</summary>
    public static async Task<FellowshipApplication> StaffCaseAsync(this IPortalDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var application = await db.FellowshipApplications.AsNoTracking().Where(FellowshipApplication.VisibleTo(actor)).GetAsync(id, ct);
        return application.ApplicantId == actor.UserId ? throw new NotFoundException() : application;
    }

    public static async Task<SentCase> SentAsync(this IPortalDb db, Guid id, CancellationToken ct)
    {
        var one = db.FellowshipApplications.AsNoTracking().Where(a => a.Id == id);
        var submissions = await one.SelectMany(a => a.Submissions).OrderByDescending(s => s.Number)
            .Select(s => new CaseDetails.Sent(s.Number, s.At, s.Hash)).ToListAsync(ct);
        var text = await one.SelectMany(a => a.Submissions).OrderByDescending(s => s.Number).Select(s => s.Content).FirstAsync(ct);
        var stored = await one.SelectMany(a => a.Documents).Select(d => new { d.Id, d.FieldKey, d.FileName, d.Sha256 }).ToListAsync(ct);
        var content = Read(text);
        return new(content, submissions, [.. content.Files.Select(f => new StoredDocument(
            stored.Find(d => d.FieldKey == f.FieldKey && d.Sha256 == f.Sha256 && d.FileName == f.FileName)?.Id, f.FieldKey, f.FileName, f.Size, f.Sha256))]);
    }

    /// <summary>What was sent, from the text that was kept and hashed.</summary>
    public static SubmissionContent Read(string kept) => JsonSerializer.Deserialize<SubmissionContent>(kept, s_shape)!;

    /// <summary>Only what the answers name: a page of one case needs no whole catalogue.</summary>
    public static async Task<FormChoices.Lists> ChosenAsync(this IPortalDb db, IReadOnlyList<AnsweredSection> sections, CancellationToken ct)
    {
        var codes = sections.SelectMany(s => s.All)
            .Where(f => f.Field.Kind is FieldKind.Certification or FieldKind.WorkRole).Select(f => f.Value).Where(v => v.Length > 0).ToList();
        return codes.Count == 0 ? new([], []) : new(
            await db.Certifications.Where(c => codes.Contains(c.Code))
                .Select(c => new FormChoices.Certificate(c.Code, c.NameEn, c.NameJa, c.Issuer, c.IssuerCountry)).ToListAsync(ct),
            await db.WorkRoles().Where(r => codes.Contains(r.Code)).Select(r => new FormChoices.WorkRole(r.Code, r.Title, "")).ToListAsync(ct));
    }

    public static async Task<IReadOnlyList<HistoryLine>> LatestHistoryAsync(this IPortalDb db, Guid id, Actor reader, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == id).OrderByDescending(e => e.Sequence).Take(ShownHistory).ToListAsync(ct);
        return await db.HistoryLinesAsync(reader, entries, ct);
    }
}
