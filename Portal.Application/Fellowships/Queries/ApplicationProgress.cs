using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;

namespace Portal.Application.Fellowships.Queries;

/// <summary>A step of an application that its candidate may know of.</summary>
public enum ProgressEvent { Started, Submitted, ScreenedIn, Returned, Resubmitted, ScreenedOut, Offered, Waitlisted, NotSelected, Accepted, Declined, Lapsed, Withdrawn }

/// <summary>The candidate's timeline. Steps of an award list show from the release on, not before.</summary>
public sealed record ApplicationProgress(Guid Id) : IQuery<ApplicationProgress.Page>, IPortalMessage
{
    public const int Most = 200;

    public static Access Access => Access.Holding(Permission.ApplyForFellowship);

    /// <param name="Asked">The fields of an open request for correction.</param>
    public sealed record Page(
        CandidateCase Case, IReadOnlyList<Happened> Events, IReadOnlyList<FormField> Asked, ScreeningReason? ScreenedOutFor, string? ScreeningNote,
        Deadline? AnswerBy, Money MonthlyJpy, Money MonthlyUsd, int Months, DateOnly StartsOn, bool IsSent);

    /// <param name="Asked">What a return for correction asked for, once it is over.</param>
    public sealed record Happened(ProgressEvent What, DateTimeOffset At, Request? Asked = null);

    public sealed record Request(IReadOnlyList<FormField> Fields, string Note);
}

internal sealed class ApplicationProgressHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<ApplicationProgress, ApplicationProgress.Page>
{
    public async ValueTask<ApplicationProgress.Page> Handle(ApplicationProgress query, CancellationToken ct)
    {
        var found = await db.ReadOwnFellowshipCaseAsync(query.Id, current.Actor, ct);
        var (application, content) = (found.Application, found.Call.Content);
        return new ApplicationProgress.Page(
            found.ForCandidate(current.Actor, clock.GetUtcNow()), await EventsAsync(found, ct), Asked(found),
            application.ScreenedOutFor, application.ScreeningNote, application.AnswerBy,
            content.MonthlyJpy, content.MonthlyUsd, content.Months, content.StartsOn, application.Submissions.Count > 0);
    }

    private async Task<IReadOnlyList<ApplicationProgress.Happened>> EventsAsync(FellowshipCase found, CancellationToken ct)
    {
        var steps = await db.AuditEntries.AsNoTracking()
            .Where(e => e.CaseId == found.Application.Id && e.Refusal == null).OrderBy(e => e.Sequence).Take(ApplicationProgress.Most)
            .Select(e => new { e.FromStatus, e.ToStatus, e.Operation, e.At }).ToListAsync(ct);
        var requests = new Queue<ApplicationProgress.Request>(EarlierRequests(found));
        var seen = steps.Select(e => (What: Seen(e.FromStatus, e.ToStatus, e.Operation), e.At)).Where(e => e.What is not null)
            .Select(e => new ApplicationProgress.Happened(
                e.What!.Value, e.At, e.What == ProgressEvent.Returned && requests.TryDequeue(out var asked) ? asked : null));
        return [new(ProgressEvent.Started, found.Application.StartedAt), .. seen];
    }

    private static ProgressEvent? Seen(string? from, string? to, string operation) => (from, to) switch
    {
        (nameof(Status.Draft), nameof(Status.Submitted)) => ProgressEvent.Submitted,
        (nameof(Status.ReturnedForCorrection), nameof(Status.Submitted)) => ProgressEvent.Resubmitted,
        (nameof(Status.Submitted), nameof(Status.ReturnedForCorrection)) => ProgressEvent.Returned,
        (nameof(Status.Submitted), nameof(Status.ScreenedIn)) => ProgressEvent.ScreenedIn,
        (not nameof(Status.ScreenedOut), nameof(Status.ScreenedOut)) => ProgressEvent.ScreenedOut,
        (nameof(Status.Proposed), nameof(Status.Offered)) => ProgressEvent.Offered,
        (nameof(Status.Reserve), nameof(Status.Reserve)) when operation == nameof(ConfirmRelease) => ProgressEvent.Waitlisted,
        (nameof(Status.NotProposed), nameof(Status.NotProposed)) when operation == nameof(ConfirmRelease) => ProgressEvent.NotSelected,
        (nameof(Status.Offered), nameof(Status.Accepted)) => ProgressEvent.Accepted,
        (nameof(Status.Offered), nameof(Status.Declined)) => ProgressEvent.Declined,
        (nameof(Status.Offered), nameof(Status.Lapsed)) => ProgressEvent.Lapsed,
        (not nameof(Status.Withdrawn), nameof(Status.Withdrawn)) => ProgressEvent.Withdrawn,
        _ => null,
    };

    /// <summary>The requests for correction in their order, without the open one, which stands above the timeline.</summary>
    private static IEnumerable<ApplicationProgress.Request> EarlierRequests(FellowshipCase found) =>
        from submission in found.Application.Submissions.OrderBy(s => s.Number)
            .Where(s => s.Correction is not null).SkipLast(found.Application.Correction is null ? 0 : 1)
        let sent = SentCases.Read(submission.Content)
        select new ApplicationProgress.Request(Named(found.Form, sent.AnswersOf, submission.Correction!), submission.Correction!.Note);

    private static IReadOnlyList<FormField> Asked(FellowshipCase found) =>
        found.Application.Correction is { } open ? Named(found.Form, found.Application.AnswersOf, open) : [];

    private static List<FormField> Named(ApplicationForm form, Func<ApplicationSectionKind, Answers> answersOf, CorrectionRequest request) =>
        [.. form.Sections.SelectMany(s => form.Fields(s, answersOf(s))).Where(f => request.Names(f.Key))];
}
