using Portal.Application.Shared;
using Step = Portal.Application.Recognition.Domain.EquivalenceStep;

namespace Portal.Application.Recognition.Domain;

// Who has no say in a version, because they would judge their own work.
public sealed partial class EquivalenceVersion
{
    /// <summary>
    /// Why a person has no say at a step, as the code of the refusal; null when nothing stands against it. The author's own confidence counts in
    /// the figures as one opinion of the author's government: whoever recorded what counts there would be heard twice as a reviewer, and would
    /// settle their own claim as an adjudicator.
    /// </summary>
    public string? BarOf(Step step, Guid person) => step switch
    {
        Step.Rate => person == ProposerId ? "Recognition.Review.ByProposer" : IsAuthor(person) ? "Recognition.Review.ByAuthor" : null,
        Step.Adjudicate => IsInvolved(person) ? "Recognition.Adjudicate.Involved" : IsAuthor(person) ? "Recognition.Adjudicate.ByAuthor" : null,
        Step.Sign => person == ProposerId ? "Recognition.Sign.ByProposer" : IsInvolved(person) || HasAdjudicated(person) ? "Recognition.Sign.ByReviewer" : null,
        _ => null,
    };

    private bool IsInvolved(Guid person) => person == ProposerId || _reviewers.Exists(r => r.PersonId == person);

    private bool IsAuthor(Guid person) => Report?.Authors.Contains(person) == true;

    private bool HasAdjudicated(Guid person) => Adjudications.Any(a => a.AdjudicatorId == person);

    private void RequireNoBar(Step step, Actor actor)
    {
        if (BarOf(step, actor.UserId) is { } code)
        {
            throw new RefusedException(new Error(code), this);
        }
    }

    /// <summary>The figures are computed once more after the review: by then somebody who judged may have recorded what counts in them.</summary>
    private void RequireJudgedByOthers(CoverageReport report)
    {
        if (report.Authors.Any(a => HasHandedIn(a) || HasAdjudicated(a)))
        {
            throw new RefusedException("Recognition.Draft.JudgedByAuthor", this);
        }
    }
}
