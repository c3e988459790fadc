using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The dry run of a staged release: what would happen to how many cases, and the mails as candidates would read them.</summary>
public sealed record RehearseRelease(Guid Id) : IQuery<RehearseRelease.Rehearsal>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadFellowshipCases);

    /// <param name="ReleaseHash">What an officer confirms.</param>
    /// <param name="Samples">One case of each outcome, in both languages.</param>
    public sealed record Rehearsal(
        Guid Id, string CallCode, BilingualText CallTitle, ReleaseRehearsal Counts, string ReleaseHash, Deadline AnswerBy,
        IReadOnlyList<TurnedKey> Keys, IReadOnlyList<NextKey> Next, IReadOnlyList<AwardListStep> Steps, IReadOnlyList<Sample> Samples);

    public sealed record Sample(CandidateStatus Outcome, string Number, string Language, string Subject, string Text);
}

internal sealed class RehearseReleaseHandler(IPortalDb db, ICurrentActor current, IMailPreview mails) : IQueryHandler<RehearseRelease, RehearseRelease.Rehearsal>
{
    public async ValueTask<RehearseRelease.Rehearsal> Handle(RehearseRelease query, CancellationToken ct)
    {
        var list = await db.StaffAwardListAsync(query.Id, current.Actor, ct);
        if (list is not { Status: AwardListStatus.Staged, AnswerBy: { } answerBy })
        {
            throw new NotFoundException();
        }

        var call = await db.FellowshipCalls.AsNoTracking().GetAsync(list.CallId, ct);
        var cases = await db.FellowshipApplications.AsNoTracking().Where(a => a.CallId == call.Id && a.SubmittedAt != null).OrderBy(a => a.Number).ToListAsync(ct);
        var counts = ReleaseRehearsal.Of(list, cases);
        return new(
            list.Id, call.Code, call.Content.Title.Text, counts, list.ReleaseHash(counts), answerBy, await NextKeys.TurnedAsync(db, list, ct),
            NextKeys.Of(list), [.. list.StepsFor(current.Actor)], [.. Samples(call, cases, answerBy)]);
    }

    private IEnumerable<RehearseRelease.Sample> Samples(FellowshipCall call, IReadOnlyList<FellowshipApplication> cases, Deadline answerBy)
    {
        foreach (var (status, outcome) in s_outcomes)
        {
            if (cases.FirstOrDefault(a => a.Status == status) is not { } application)
            {
                continue;
            }

            var slots = ApplicationMail.Of(application, call) with { AnswerBy = outcome == CandidateStatus.Offered ? answerBy : null };
            foreach (var language in new[] { "ja", "en" })
            {
                var (subject, text) = mails.Render($"Mail.Fellowships.{outcome}", language, slots);
                yield return new(outcome, application.Number, language, subject, text);
            }
        }
    }

    private static readonly (FellowshipApplicationStatus Before, CandidateStatus After)[] s_outcomes =
    [
        (FellowshipApplicationStatus.Proposed, CandidateStatus.Offered),
        (FellowshipApplicationStatus.Reserve, CandidateStatus.Waitlisted),
        (FellowshipApplicationStatus.NotProposed, CandidateStatus.NotSelected),
    ];
}
