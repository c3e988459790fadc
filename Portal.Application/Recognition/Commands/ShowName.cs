using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Recognition.Commands;

/// <summary>The holder says whether those who check the statement read the whole name.</summary>
public sealed record ShowName(Guid Id, bool IsShown) : ICommand<Result>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.AskForRecognition);
}

internal sealed class ShowNameHandler(IPortalDb db, ICurrentActor current) : ICommandHandler<ShowName, Result>
{
    public async ValueTask<Result> Handle(ShowName command, CancellationToken ct)
    {
        var statement = await db.RecognitionStatements.Where(s => s.HolderId == current.Actor.UserId).GetAsync(command.Id, ct);
        statement.ShowName(command.IsShown, current.Actor);
        await db.SaveChangesAsync(ct);
        return Result.Success;
    }
}
