using Mediator;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Commands;

/// <summary>Sets the outcome of screened-in cases. Those that it does not name keep theirs: a long list is edited page by page.</summary>
public sealed record EditAwardList(Guid Id, long Version, IReadOnlyList<AwardChoice> Choices) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.DraftAwardList);
}

/// <param name="Rank">Place on the reserve, from 1.</param>
public sealed record AwardChoice(Guid ApplicationId, AwardOutcome Outcome, int? Rank);

internal sealed class EditAwardListHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<EditAwardList, Result>
{
    public async ValueTask<Result> Handle(EditAwardList command, CancellationToken ct)
    {
        var list = await db.AwardListAsync(command.Id, current.Actor, ct);
        list.RequireVersion(command.Version);
        var call = await db.FellowshipCalls.GetAsync(list.CallId, ct);
        var choices = command.Choices.DistinctBy(c => c.ApplicationId).ToDictionary(c => c.ApplicationId);
        var screenedIn = (await db.CasesOfCallAsync(call.Id, ct)).Where(a => a.Status == FellowshipApplicationStatus.ScreenedIn);
        var standing = list.Entries.ToDictionary(e => e.ApplicationId, e => new AwardChoice(e.ApplicationId, e.Outcome, e.Rank));
        list.Edit(screenedIn.Select(a => Entry(a, choices.GetValueOrDefault(a.Id) ?? standing.GetValueOrDefault(a.Id))), call.Content.Awards, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }

    private static AwardEntry Entry(FellowshipApplication application, AwardChoice? choice) => new(
        application.Id, application.Number, choice?.Outcome ?? AwardOutcome.NotProposed,
        choice?.Outcome == AwardOutcome.Reserve ? choice.Rank : null);
}
