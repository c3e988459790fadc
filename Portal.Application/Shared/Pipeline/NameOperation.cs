using Mediator;

namespace Portal.Application.Shared.Pipeline;

/// <summary>Keeps the operation's name and reason for the audit.</summary>
internal sealed class NameOperation<TMessage, TResponse>(ICurrentOperation operation) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IBaseCommand
{
    public ValueTask<TResponse> Handle(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        operation.Name = typeof(TMessage).Name;
        operation.Reason = (message as IHasReason)?.Reason;
        return next(message, cancellationToken);
    }
}
