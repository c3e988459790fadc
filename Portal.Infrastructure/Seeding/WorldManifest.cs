using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Infrastructure.Persistence;

namespace Portal.Infrastructure.Seeding;

/// <summary>What the world contains, for testers who come from outside (C2): accounts by role and government, things with owners and addresses, and per candidate one text that nobody else may ever see.</summary>
public sealed class WorldManifest(PortalDbContext db)
{
    private static readonly JsonSerializerOptions s_shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Converters = { new JsonStringEnumConverter() }, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task WriteAsync(string path, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, await ReadAsync(ct), s_shape, ct);
    }

    internal async Task<Manifest> ReadAsync(CancellationToken ct)
    {
        var files = WorldFiles.Read();
        var accounts = await AccountsAsync(files, ct);
        return new Manifest(accounts, await ThingsAsync(ct), Canaries(files, accounts));
    }

    private async Task<IReadOnlyList<Account>> AccountsAsync(WorldFiles files, CancellationToken ct)
    {
        var addresses = files.Staff.Select(m => m.Mail).Concat(files.Candidates.Select(c => c.Mail)).ToList();
        var people = await db.People.AsNoTracking().Where(p => addresses.Contains(p.MailAddress)).ToDictionaryAsync(p => p.MailAddress, ct);
        return
        [
            .. files.Staff.Where(m => people.ContainsKey(m.Mail)).Select(m => new Account(people[m.Mail].Id, m.DisplayName, m.Mail, m.Role, m.Government, m.Organisation)),
            .. files.Candidates.Where(c => people.ContainsKey(c.Mail)).Select(c => new Account(people[c.Mail].Id, c.DisplayName, c.Mail, Role.Candidate, c.Side, null)),
        ];
    }

    private async Task<IReadOnlyList<Thing>> ThingsAsync(CancellationToken ct)
    {
        var calls = await db.FellowshipCalls.AsNoTracking().OrderBy(c => c.Code).ToListAsync(ct);
        var lists = await db.AwardLists.AsNoTracking().ToListAsync(ct);
        var cases = await db.FellowshipApplications.AsNoTracking().Include(a => a.Documents).OrderBy(a => a.Number).Take(1000).ToListAsync(ct);
        return
        [
            .. calls.Select(c => new Thing(nameof(FellowshipCall), c.Id, c.Code, c.StatusName, null, null,
                ["/Fellowships/Calls/Details/" + c.Id, "/Fellowships/CallDesk/Details/" + c.Id])),
            .. lists.Select(l => new Thing(nameof(AwardList), l.Id, null, l.StatusName, null, null, ["/Fellowships/AwardLists/Details/" + l.Id])),
            .. cases.Select(a => new Thing(nameof(FellowshipApplication), a.Id, a.Number, a.StatusName, a.ApplicantId, a.SendingGovernment,
                ["/Fellowships/Applications/Status/" + a.Id, "/Fellowships/Cases/Details/" + a.Id])),
            .. cases.SelectMany(a => a.Documents.Select(d => new Thing(nameof(ApplicationDocument), d.Id, a.Number, d.FieldKey, a.ApplicantId, a.SendingGovernment,
                [$"/Fellowships/Applications/Document/{a.Id}?document={d.Id}"]))),
            .. await RecognitionAsync(ct),
        ];
    }

    private async Task<IReadOnlyList<Thing>> RecognitionAsync(CancellationToken ct)
    {
        var held = await db.HeldCertifications.AsNoTracking().Include(h => h.Files).OrderBy(h => h.Id).Take(1000).ToListAsync(ct);
        var cases = await db.RecognitionCases.AsNoTracking().OrderBy(c => c.Number).Take(1000).ToListAsync(ct);
        var statements = await db.RecognitionStatements.AsNoTracking().Include(s => s.Pdfs).OrderBy(s => s.Number).Take(1000).ToListAsync(ct);
        return
        [
            .. held.Select(h => new Thing(nameof(HeldCertification), h.Id, h.Certification, null, h.HolderId, null,
                ["/Recognition/Held/Edit/" + h.Id, .. h.Files.Select(f => "/Recognition/Held/Evidence/" + f.Id)])),
            .. cases.Select(c => new Thing(nameof(RecognitionCase), c.Id, c.Number, c.StatusName, c.HolderId, c.SourceGovernment,
                ["/Recognition/Requests/Details/" + c.Id, "/Recognition/CaseDesk/Details/" + c.Id])),
            .. statements.Select(s => new Thing(nameof(RecognitionStatement), s.Id, s.Number, null, s.HolderId, null,
                [.. s.Pdfs.Select(p => $"/Recognition/Requests/Statement/{s.Id}?language={p.Language}")])),
        ];
    }

    /// <summary>The telephone number: every candidate has another, and no list shows it.</summary>
    private static Dictionary<Guid, string> Canaries(WorldFiles files, IReadOnlyList<Account> accounts) =>
        accounts.Where(a => a.Role == Role.Candidate).ToDictionary(
            a => a.PersonId,
            a => files.Candidates.Single(c => c.Mail == a.Mail).Answers[ApplicationSectionKind.AboutYou]["about.phone"] ?? "");

    /// <param name="Canaries">By person: a text that only the owner and the staff who may read the case see.</param>
    internal sealed record Manifest(IReadOnlyList<Account> Accounts, IReadOnlyList<Thing> Things, IReadOnlyDictionary<Guid, string> Canaries);

    internal sealed record Account(Guid PersonId, string Name, string Mail, Role Role, Government Government, string? Organisation);

    /// <param name="Paths">Pages about it, below the language.</param>
    internal sealed record Thing(string Type, Guid Id, string? Code, string? Status, Guid? Owner, Government? SendingGovernment, IReadOnlyList<string> Paths);
}
