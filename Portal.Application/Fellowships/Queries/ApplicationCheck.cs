using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>Everything answered, on one page, before it is sent.</summary>
public sealed record ApplicationCheck(Guid Id) : IQuery<ApplicationCheck.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    public sealed record Page(CandidateCase Case, IReadOnlyList<AnsweredSection> Sections, IReadOnlyList<SectionProblem> Problems);
}

internal sealed class ApplicationCheckHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ApplicationCheck, ApplicationCheck.Page>
{
    public async ValueTask<ApplicationCheck.Page> Handle(ApplicationCheck query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        var reader = FormReader.Of(found);
        return new ApplicationCheck.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()),
            [.. found.Form.Sections.Select(s => reader.Read(s, found.Application.AnswersOf(s)))],
            SectionStates.Problems(found, await db.FormCatalogueAsync(ct)));
    }
}
