using Mediator;

namespace Portal.Application.Shared.Pipeline;

/// <summary>First step of the pipeline: the message's own door (S-01).</summary>
internal sealed class Authorize<TMessage, TResponse>(ICurrentActor current) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage, IPortalMessage
{
    public ValueTask<TResponse> Handle(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken) =>
        TMessage.Access.Admits(current.Actor) ? next(message, cancellationToken) : throw new ForbiddenException();
}
