using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The form of an application without any answer, for people who prepare on paper.</summary>
public sealed record BlankForm(Guid Id) : IQuery<BlankForm.Page>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    public sealed record Page(CandidateCase Case, IReadOnlyList<AnsweredSection> Sections);
}

internal sealed class BlankFormHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<BlankForm, BlankForm.Page>
{
    public async ValueTask<BlankForm.Page> Handle(BlankForm query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        var reader = new FormReader(found.Form, _ => true, Array.Empty<StoredDocument>().ToLookup(d => d.FieldKey));
        var one = ApplicationForm.Groups.ToDictionary(g => g.Name, _ => 1);
        return new BlankForm.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()), [.. found.Form.Sections.Select(s => reader.Read(s, Answers.Empty, one))]);
    }
}
