using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Reporting;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>Everything about one submitted application on one page. Reading it is recorded.</summary>
public sealed record CaseDetails(Guid Id) : IQuery<CaseDetails.Case>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.ReadFellowshipCases);

    /// <param name="Sections">The answers as last sent.</param>
    /// <param name="Choices">The certifications and work roles among the answers.</param>
    /// <param name="Submissions">The latest first.</param>
    /// <param name="History">The latest entries, the newest first.</param>
    public sealed record Case(
        Guid Id, long Version, string Number, string NameJa, string NameEn, FellowshipApplicationStatus Status, CaseTab Turn, Government Mine, Government Sending,
        Guid CallId, string CallCode, BilingualText CallTitle, Deadline? Due, DateTimeOffset SubmittedAt, DateTimeOffset? ReleasedAt, int? ReserveRank,
        ScreeningReason? ScreenedOutFor, string? ScreeningNote, CorrectionRequest? Correction, Guid? AwardListId,
        IReadOnlyList<FellowshipApplicationStep> Steps, IReadOnlyList<AnsweredSection> Sections, FormChoices.Lists Choices,
        IReadOnlyList<Sent> Submissions, IReadOnlyList<HistoryLine> History);

    public sealed record Sent(int Number, DateTimeOffset At, string Hash);
}

internal sealed class CaseDetailsHandler(IPortalDb db, ICurrentActor current, IAuditLog audit, TimeProvider clock) : IQueryHandler<CaseDetails, CaseDetails.Case>
{
    public async ValueTask<CaseDetails.Case> Handle(CaseDetails query, CancellationToken ct)
    {
        var application = await db.StaffCaseAsync(query.Id, current.Actor, ct);
        var call = await db.FellowshipCalls.AsNoTracking().GetAsync(application.CallId, ct);
        var sent = await db.SentAsync(query.Id, ct);
        var sections = sent.Sections(new ApplicationForm(call.Content, application.SendingGovernment));
        var queue = await CaseQueue.OfAsync(db, current.Actor, null, ct);
        var list = await db.AwardLists.Where(l => l.CallId == call.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);
        var history = await db.LatestHistoryAsync(query.Id, current.Actor, ct);
        await audit.ViewedAsync(application, ct);
        return new(
            application.Id, application.Version, application.Number, application.NameJa, application.NameEn, application.Status,
            queue.TabOf(application.Mover, application.CallId), current.Actor.Agency!.Value, application.SendingGovernment, call.Id, call.Code, call.Content.Title.Text,
            DueDate.Of(application.Status, application.DueAt, application.SendingGovernment, call.Content), application.SubmittedAt!.Value,
            application.ReleasedAt, application.ReserveRank, application.ScreenedOutFor, application.ScreeningNote, application.Correction, list,
            [.. application.StepsFor(current.Actor, clock.GetUtcNow())], sections, await db.ChosenAsync(sections, ct), sent.Submissions, history);
    }
}
