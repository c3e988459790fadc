using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships;

/// <summary>Tells the candidate what happened to the application and whose move it is.</summary>
internal sealed class ApplicationNotifications(IPortalDb db, IMailer mail) :
    INotificationHandler<ApplicationSubmitted>,
    INotificationHandler<ApplicationReturned>,
    INotificationHandler<ApplicationScreenedOut>,
    INotificationHandler<ApplicationWithdrawn>,
    INotificationHandler<OutcomeReleased>,
    INotificationHandler<OfferAnswered>,
    INotificationHandler<OfferLapsed>
{
    public async ValueTask Handle(ApplicationSubmitted e, CancellationToken ct) =>
        await TellAsync(e.ApplicationId, e.Submission == 1 ? "Submitted" : "Resubmitted", "Receipt", ct);

    public async ValueTask Handle(ApplicationReturned e, CancellationToken ct) => await TellAsync(e.ApplicationId, "Returned", "Status", ct);

    public async ValueTask Handle(ApplicationScreenedOut e, CancellationToken ct) => await TellAsync(e.ApplicationId, "ScreenedOut", "Status", ct);

    public async ValueTask Handle(ApplicationWithdrawn e, CancellationToken ct) => await TellAsync(e.ApplicationId, "Withdrawn", "Status", ct);

    public async ValueTask Handle(OutcomeReleased e, CancellationToken ct) =>
        await TellAsync(e.ApplicationId, e.Outcome.ForCandidate(isReleased: true).ToString(), "Status", ct);

    public async ValueTask Handle(OfferAnswered e, CancellationToken ct) => await TellAsync(e.ApplicationId, e.Answer.ToString(), "Status", ct);

    public async ValueTask Handle(OfferLapsed e, CancellationToken ct) => await TellAsync(e.ApplicationId, "Lapsed", "Status", ct);

    private async Task TellAsync(Guid applicationId, string what, string page, CancellationToken ct)
    {
        var application = await db.FellowshipApplications.GetAsync(applicationId, ct);
        var call = await db.FellowshipCalls.GetAsync(application.CallId, ct);
        await mail.SendAsync(application.ApplicantId, "Mail.Fellowships." + what, ApplicationMail.Of(application, call), $"/Fellowships/Applications/{page}/{applicationId}", ct);
    }
}
