using Mediator;

namespace Portal.Application.Shared.Pipeline;

/// <summary>First step of the pipeline: the message's own door (S-01), and the proof that it asks for.</summary>
internal sealed class Authorize<TMessage, TResponse>(ICurrentActor current, TimeProvider clock) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IMessage, IPortalMessage
{
    public ValueTask<TResponse> Handle(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        var (access, actor) = (TMessage.Access, current.Actor);
        if (!access.Admits(actor))
        {
            throw new ForbiddenException();
        }

        return access.NeedsFreshProof && !actor.HasFreshProof(clock.GetUtcNow()) ? throw new FreshProofRequiredException() : next(message, cancellationToken);
    }
}
