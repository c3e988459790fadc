using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Queries;

/// <summary>One equivalence: what holds at an instant and why, what came before, and for the staff what is on its way.</summary>
/// <param name="AsOf">A day of law, on the calendar of the source's side; null is now.</param>
public sealed record EquivalenceDetails(string Number, DateOnly? AsOf = null) : IQuery<EquivalenceDetails.Page>, IPortalMessage
{
    public static Access Access => Access.Anyone;

    /// <param name="Holding">The version in force or suspended at that instant; null when nothing holds.</param>
    /// <param name="UnderWay">The version that is being worked on: its place only, unless the reader is staff.</param>
    public sealed record Page(
        Guid Id, string Number, IReadOnlyList<NamedCode> Sources, EquivalenceSource Source, Government SourceSide, Target Target, NamedCode TargetName,
        DateTimeOffset AsOf, bool IsPast, Shown? Holding, IReadOnlyList<VersionLine> Versions, Desk? UnderWay);

    /// <param name="NameJa">Null where there is no Japanese name.</param>
    public sealed record NamedCode(string Code, string NameEn, string? NameJa);

    /// <param name="Signatures">Both governments' approvals.</param>
    public sealed record Shown(
        Guid VersionId, int Number, EquivalencePhase Phase, EquivalenceContent Content, CoverageReport? Report, IReadOnlyDictionary<string, string> Statements,
        IReadOnlyList<NamedCode> Roles, IReadOnlyList<Approval> Signatures, string ContentHash);

    public sealed record Approval(Government Government, BilingualText? Office, DateTimeOffset At);

    public sealed record VersionLine(Guid Id, int Number, EquivalencePhase Phase, DecisionType? Decision, Deadline? From, Deadline? Until);

    /// <summary>What the staff of both governments see of the version on its way.</summary>
    /// <param name="Ratings">The reader's own while the round is open.</param>
    public sealed record Desk(
        Guid VersionId, int Number, long Version, EquivalenceStatus Status, EquivalenceContent Content, CoverageReport? Report, IReadOnlyDictionary<string, string> Statements,
        IReadOnlyList<NamedCode> Roles, int Round, IReadOnlyDictionary<Government, int> HandedIn, bool HasDeclared, bool HasConflict, bool HasHandedIn, IReadOnlyList<Rating> Ratings,
        IReadOnlyList<Adjudication> Adjudications, IReadOnlyList<Approval> Signatures, IReadOnlyList<EquivalenceStep> Steps, string ContentHash, string? ReturnReason,
        IReadOnlyList<RequirementChoice> RequirementSets);

    public sealed record RequirementChoice(Guid Id, int Number, int Rows, DateTimeOffset DefinedAt);
}

internal sealed class EquivalenceDetailsHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<EquivalenceDetails, EquivalenceDetails.Page>
{
    public async ValueTask<EquivalenceDetails.Page> Handle(EquivalenceDetails query, CancellationToken ct)
    {
        var equivalence = await db.Equivalences.AsNoTracking().Include(e => e.Periods).FirstOrDefaultAsync(e => e.Number == query.Number, ct) ?? throw new NotFoundException();
        var versions = await db.EquivalenceVersions.AsNoTracking().Include(v => v.Reviewers).Include(v => v.Ratings)
            .Where(v => v.EquivalenceId == equivalence.Id).Where(EquivalenceVersion.VisibleTo(current.Actor)).OrderByDescending(v => v.Number).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var asOf = query.AsOf is { } day ? EndOf(day, equivalence.SourceSide) : now;
        var known = equivalence.KnownAt(now).ToList();
        var names = await NamesAsync(equivalence, versions, ct);
        return new(
            equivalence.Id, equivalence.Number, [.. equivalence.Source.Certifications.Select(names.Of)], equivalence.Source, equivalence.SourceSide, equivalence.Target,
            names.Of(equivalence.TargetCode), asOf, query.AsOf is not null, await HoldingAsync(equivalence, versions, known, names, asOf, ct),
            [.. versions.Select(v => Line(v, known, now))], await UnderWayAsync(equivalence, versions, names, ct));
    }

    private async Task<EquivalenceDetails.Shown?> HoldingAsync(
        Equivalence equivalence, List<EquivalenceVersion> versions, List<EquivalencePeriod> known, EquivalenceNames names, DateTimeOffset asOf, CancellationToken ct)
    {
        var version = versions.Find(v => EquivalencePhases.Of(v.Status, v.Id, known, asOf) is EquivalencePhase.InForce or EquivalencePhase.Suspended);
        return version is null ? null : new(
            version.Id, version.Number, EquivalencePhases.Of(version.Status, version.Id, known, asOf), version.Content, version.Report, names.Statements,
            [.. version.Content.Scope.Select(names.Of)], await ApprovalsAsync(version, ct), version.ContentHash(equivalence));
    }

    private static EquivalenceDetails.VersionLine Line(EquivalenceVersion version, List<EquivalencePeriod> known, DateTimeOffset now)
    {
        var isSigned = version.Status == EquivalenceStatus.Agreed;
        return new(
            version.Id, version.Number, EquivalencePhases.Of(version.Status, version.Id, known, now), isSigned ? version.Content.Decision : null,
            isSigned ? version.Content.ValidFrom : null, isSigned ? version.Content.ValidUntil : null);
    }

    private async Task<EquivalenceDetails.Desk?> UnderWayAsync(Equivalence equivalence, List<EquivalenceVersion> versions, EquivalenceNames names, CancellationToken ct)
    {
        var actor = current.Actor;
        if (!actor.Has(Permission.ReadRecognition) || versions.Find(v => v.Status is not (EquivalenceStatus.Agreed or EquivalenceStatus.Dropped)) is not { } version)
        {
            return null;
        }

        var seat = version.Reviewers.FirstOrDefault(r => r.Round == version.Round && r.PersonId == actor.UserId);
        return new(
            version.Id, version.Number, version.Version, version.Status, version.Content, version.Report, names.Statements, [.. version.Content.Scope.Select(names.Of)],
            version.Round, Governments.Both.ToDictionary(g => g, version.HandedIn), seat is not null, seat is { HasConflict: true }, seat is { HandedInAt: not null },
            [.. version.RatingsFor(actor)], version.Adjudications, await ApprovalsAsync(version, ct), [.. version.StepsFor(actor)],
            version.ContentHash(equivalence), version.ReturnReason, await RequirementSetsAsync(equivalence, ct));
    }

    private async Task<List<EquivalenceDetails.RequirementChoice>> RequirementSetsAsync(Equivalence equivalence, CancellationToken ct) =>
        (await db.RequirementSets.AsNoTracking().Where(s => s.TargetKind == equivalence.TargetKind && s.TargetCode == equivalence.TargetCode)
            .OrderByDescending(s => s.Number).Take(20).ToListAsync(ct)).ConvertAll(s => new EquivalenceDetails.RequirementChoice(s.Id, s.Number, s.Rows.Count, s.DefinedAt));

    private async Task<IReadOnlyList<EquivalenceDetails.Approval>> ApprovalsAsync(EquivalenceVersion version, CancellationToken ct)
    {
        var ids = version.Signatures.Select(s => s.OrganisationId).ToList();
        var offices = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return [.. version.Signatures.OrderBy(s => s.At).Select(s => new EquivalenceDetails.Approval(
            s.Government, offices.GetValueOrDefault(s.OrganisationId)?.NameOn(Staff.Today(s.Government, s.At)), s.At))];
    }

    private async Task<EquivalenceNames> NamesAsync(Equivalence equivalence, List<EquivalenceVersion> versions, CancellationToken ct)
    {
        var codes = equivalence.Source.Certifications.Append(equivalence.TargetCode).ToList();
        var certifications = await db.Certifications.AsNoTracking().Where(c => codes.Contains(c.Code)).Select(c => new EquivalenceDetails.NamedCode(c.Code, c.NameEn, c.NameJa)).ToListAsync(ct);
        var elements = versions.SelectMany(v => (v.Report?.Rows ?? []).Select(r => r.Statement).Concat(v.Content.Scope)).Append(equivalence.TargetCode).Distinct().ToList();
        var texts = await db.Frameworks.SelectMany(f => f.Elements).Where(e => elements.Contains(e.Code)).Select(e => new { e.Code, e.Title, e.Text }).ToListAsync(ct);
        var byCode = texts.DistinctBy(t => t.Code).ToDictionary(t => t.Code, t => t.Title.Length > 0 ? t.Title : t.Text);
        return new(certifications.ToDictionary(c => c.Code), byCode);
    }

    /// <summary>The day as a whole: what holds at its end.</summary>
    private static DateTimeOffset EndOf(DateOnly day, Government side) =>
        Deadline.TryFromLocal(day, new TimeOnly(23, 59, 59), PortalZones.OfficialFor(side), out var end, out _) ? end.Instant : DateTimeOffset.MaxValue;
}

/// <summary>Names of certifications, and of roles and statements by their framework codes.</summary>
internal sealed record EquivalenceNames(IReadOnlyDictionary<string, EquivalenceDetails.NamedCode> Certifications, IReadOnlyDictionary<string, string> Statements)
{
    public EquivalenceDetails.NamedCode Of(string code) =>
        Certifications.GetValueOrDefault(code) ?? new(code, Statements.GetValueOrDefault(code, code), null);
}
