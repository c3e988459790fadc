using Mediator;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Queries;

/// <summary>Which government's desk a new call would be written at: it decides what the form starts from.</summary>
public sealed record NewCall : IQuery<Government>, IPortalMessage
{
    public static Access Access => Access.Holding(Permission.WriteFellowshipCall);
}

internal sealed class NewCallHandler(ICurrentActor current) : IQueryHandler<NewCall, Government>
{
    public ValueTask<Government> Handle(NewCall query, CancellationToken ct) =>
        ValueTask.FromResult(current.Actor.Agency ?? throw new ForbiddenException());
}
