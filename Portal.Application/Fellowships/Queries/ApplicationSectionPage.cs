using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>One section of one's own application, to fill in or to read.</summary>
/// <param name="Typed">What was typed and not stored, to be shown again; null shows what is stored.</param>
/// <param name="AddTo">The group to show one more empty entry of.</param>
/// <param name="NameProblems">Whether to say what is wrong even before the candidate asked for it.</param>
public sealed record ApplicationSectionPage(
    Guid Id, ApplicationSectionKind Section, IReadOnlyDictionary<string, string?>? Typed = null, string? AddTo = null, bool NameProblems = false)
    : IQuery<ApplicationSectionPage.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    /// <param name="Version">The version that the page is made from; 0 when nothing is stored.</param>
    public sealed record Page(
        CandidateCase Case, AnsweredSection Section, IReadOnlyList<SectionState> Sections, long Version, DateTimeOffset? SavedAt, IReadOnlyList<Error> Problems);
}

internal sealed class ApplicationSectionPageHandler(IPortalDb db, ICurrentActor current, TimeProvider clock)
    : IQueryHandler<ApplicationSectionPage, ApplicationSectionPage.Page>
{
    public async ValueTask<ApplicationSectionPage.Page> Handle(ApplicationSectionPage query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        if (!found.Form.Sections.Contains(query.Section))
        {
            throw new NotFoundException();
        }

        var section = found.Application.Section(query.Section);
        var problems = SectionStates.Problems(found, await db.FormCatalogueAsync(ct));
        var named = query.Typed is null && (query.NameProblems || section?.IsChecked == true);
        return new ApplicationSectionPage.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()),
            FormReader.Of(found).Read(query.Section, AnswersOf(found, query), EntriesOf(found, query)),
            SectionStates.Of(found, problems), section?.Version ?? 0, section?.SavedAt,
            named ? [.. problems.Where(p => p.Section == query.Section).Select(p => p.Error)] : []);
    }

    private static Answers AnswersOf(FellowshipCase found, ApplicationSectionPage query) => query.Typed is null
        ? found.Application.AnswersOf(query.Section)
        : found.Application.Merge(query.Section, found.Form.Read(query.Section, query.Typed));

    /// <summary>An entry without any answer is not stored, so the page says which ones it shows.</summary>
    private static Dictionary<string, int> EntriesOf(FellowshipCase found, ApplicationSectionPage query) => found.Form.GroupsOf(query.Section).ToDictionary(
        g => g.Name,
        g =>
        {
            var typed = Enumerable.Range(1, g.Max).LastOrDefault(n => query.Typed?.Keys.Any(k => k.StartsWith($"{g.Name}.{n}.", StringComparison.Ordinal)) == true);
            var stored = found.Application.AnswersOf(query.Section).Entries(g).Count();
            return query.AddTo == g.Name ? Math.Max(typed, stored) + 1 : typed;
        });
}
