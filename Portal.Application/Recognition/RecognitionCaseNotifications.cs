using Mediator;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Recognition;

/// <summary>What a mail about a case may name: what stays, also when the case has moved on before the mail goes. What people wrote is read on the page only.</summary>
internal sealed record RecognitionCaseMail(string Number, Deadline? AnswerBy, Deadline? DecisionBy, Deadline? ReviewBy)
{
    public static RecognitionCaseMail Of(RecognitionCase found) => new(found.Number, found.Requests is [.., var last] ? last.DueBy : null, found.DecisionBy, found.ReviewBy);
}

/// <summary>Tells the holder of each turn, and the desk whose move it is.</summary>
internal sealed class RecognitionCaseNotifications(IPortalDb db, IMailer mail, TimeProvider clock) :
    INotificationHandler<RecognitionCaseMoved>,
    INotificationHandler<RecognitionStatementIssued>
{
    /// <summary>Turns that the holder took without a change that is news to them, or that only the desks are concerned with.</summary>
    private static readonly HashSet<CaseTurn> s_notTold = [CaseTurn.Confirmed, CaseTurn.SecondReview, CaseTurn.SecondOpinionGiven, CaseTurn.MeasureChosen];

    public async ValueTask Handle(RecognitionCaseMoved e, CancellationToken ct)
    {
        var found = await db.RecognitionCases.GetAsync(e.CaseId, ct);
        var slots = RecognitionCaseMail.Of(found);
        if (!s_notTold.Contains(e.Turn))
        {
            await mail.SendAsync(found.HolderId, $"Mail.Cases.{e.Turn}", slots, $"/Recognition/Requests/Details/{found.Id}", ct);
        }

        if (DeskOf(e.Turn, found) is not var (side, role))
        {
            return;
        }

        foreach (var person in (await db.StaffAsync(side, role, clock.GetUtcNow(), ct)).Where(p => p != found.HolderId).Order())
        {
            await mail.SendAsync(person, "Mail.Cases.Desk", slots, $"/Recognition/CaseDesk/Details/{found.Id}", ct);
        }
    }

    public async ValueTask Handle(RecognitionStatementIssued e, CancellationToken ct)
    {
        var statement = await db.RecognitionStatements.GetAsync(e.StatementId, ct);
        await mail.SendAsync(statement.HolderId, "Mail.Cases.Issued", new { }, $"/Recognition/Requests/Details/{statement.CaseId}", ct);
    }

    /// <summary>The desk that has to act now; null when none has.</summary>
    private static (Government Side, Role Role)? DeskOf(CaseTurn turn, RecognitionCase found) => turn switch
    {
        CaseTurn.Renewed when found.Mover != RecognitionCase.Of(found.HostGovernment) => null,
        CaseTurn.Submitted or CaseTurn.Renewed or CaseTurn.InformationAnswered or CaseTurn.Confirmed or CaseTurn.SecondOpinionGiven or CaseTurn.MeasureChosen => (found.HostGovernment, Role.RecognitionCaseOfficer),
        CaseTurn.Verifying => (found.SourceGovernment, Role.RecognitionCaseOfficer),
        CaseTurn.SecondReview => (found.HostGovernment, Role.RecognitionCaseReviewer),
        CaseTurn.ReviewAsked => (found.HostGovernment, Role.RecognitionAppealOfficer),
        _ => null,
    };
}
