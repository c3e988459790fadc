using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>The closing time of a call for the reader's own calendar.</summary>
/// <param name="Summary">What the calendar shows, in <paramref name="Language"/>.</param>
/// <param name="Url">Absolute address of the call's page.</param>
public sealed record CallCalendarFile(Guid Id, string Summary, string Description, string Url, string Language) : IQuery<string>, IPortalMessage
{
    public static Access Access => Access.Anyone;
}

internal sealed class CallCalendarFileHandler(IPortalDb db, ICurrentActor current, ICalendarWriter calendar, TimeProvider clock)
    : IQueryHandler<CallCalendarFile, string>
{
    public async ValueTask<string> Handle(CallCalendarFile query, CancellationToken ct)
    {
        var call = await db.FellowshipCalls.AsNoTracking().Where(FellowshipCall.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        return calendar.Deadline(
            $"call-{call.Id:N}-closes", query.Summary, query.Description, query.Url, call.Content.ClosesAt, clock.GetUtcNow(), query.Language);
    }
}
