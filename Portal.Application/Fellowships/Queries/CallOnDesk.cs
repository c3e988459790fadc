using Mediator;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>Exactly what both governments approve, what is still missing, and who has approved it.</summary>
public sealed record CallOnDesk(Guid Id) : IQuery<CallOnDesk.Call>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall, Permission.ReadFellowshipCases);

    public sealed record Call(
        Guid Id, string Code, long Version, CallPhase Phase, CallContent Content, string ContentHash, string? ReturnReason,
        IReadOnlyList<Error> Problems, IReadOnlyList<Approval> Approvals, IReadOnlyList<Government> Awaited, IReadOnlyList<FellowshipCallStep> Steps);

    public sealed record Approval(Government Government, string Name, BilingualText Office, DateTimeOffset At);
}

internal sealed class CallOnDeskHandler(IPortalDb db, ICurrentActor current, TimeProvider clock) : IQueryHandler<CallOnDesk, CallOnDesk.Call>
{
    public async ValueTask<CallOnDesk.Call> Handle(CallOnDesk query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var call = await db.FellowshipCalls.AsNoTracking().Where(FellowshipCall.VisibleTo(current.Actor)).GetAsync(query.Id, ct);
        var problems = call.Status == FellowshipCallStatus.Draft ? CallReadiness.Problems(call.Content) : [];
        return new CallOnDesk.Call(
            call.Id, call.Code, call.Version, call.PhaseAt(now), call.Content, call.ContentHash, call.ReturnReason,
            problems, await ApprovalsAsync(call, ct), call.Awaited, [.. call.StepsFor(current.Actor, now)]);
    }

    private async Task<List<CallOnDesk.Approval>> ApprovalsAsync(FellowshipCall call, CancellationToken ct)
    {
        if (call.Signatures.Count == 0)
        {
            return [];
        }

        var (people, offices) = (call.Signatures.Select(s => s.SignerId).ToList(), call.Signatures.Select(s => s.OrganisationId).ToList());
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
        var organisations = await db.Organisations.AsNoTracking().Where(o => offices.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return
        [
            .. call.Signatures.OrderBy(s => s.At).Select(s => new CallOnDesk.Approval(
                s.Government, names.GetValueOrDefault(s.SignerId, ""),
                organisations.GetValueOrDefault(s.OrganisationId)?.NameOn(Staff.Today(s.Government, s.At)) ?? BilingualText.Empty, s.At)),
        ];
    }
}
