using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The holder chooses among alternative compensation measures.</summary>
public sealed record ChooseMeasure(Guid Id, IReadOnlyList<int> Numbers) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class ChooseMeasureHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ChooseMeasure, Result>
{
    public async ValueTask<Result> Handle(ChooseMeasure command, CancellationToken ct)
    {
        var own = await db.OwnRecognitionCaseAsync(command.Id, current.Actor, ct);
        own.Choose(command.Numbers, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
