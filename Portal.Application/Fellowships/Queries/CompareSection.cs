using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>What was typed beside what another tab stored meanwhile.</summary>
public sealed record CompareSection(Guid Id, ApplicationSectionKind Section, IReadOnlyDictionary<string, string?> Typed)
    : IQuery<CompareSection.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    /// <param name="Version">Of what is stored: the choice is saved over this version and no other.</param>
    public sealed record Page(CandidateCase Case, ApplicationSectionKind Section, long Version, DateTimeOffset? SavedAt, IReadOnlyList<Row> Rows);

    public sealed record Row(FormField Field, string Mine, string Theirs);
}

internal sealed class CompareSectionHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<CompareSection, CompareSection.Page>
{
    public async ValueTask<CompareSection.Page> Handle(CompareSection query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        var stored = found.Application.Section(query.Section);
        var theirs = stored?.Answers ?? Answers.Empty;
        var mine = found.Application.Merge(query.Section, found.Form.Read(query.Section, query.Typed));
        var rows = mine.Values.Keys.Union(theirs.Values.Keys)
            .Select(key => found.Form.Find(query.Section, key)).OfType<FormField>()
            .Select(field => new CompareSection.Row(field, mine[field.Key], theirs[field.Key]));
        var order = found.Form.Fields(query.Section, mine).Concat(found.Form.Fields(query.Section, theirs)).Select(f => f.Key).Distinct().ToList();
        return new CompareSection.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()), query.Section, stored?.Version ?? 0, stored?.SavedAt,
            [.. rows.OrderBy(r => order.IndexOf(r.Field.Key))]);
    }
}
