using FluentValidation;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Portal.Application.Shared.Pipeline;

/// <summary>Turns what the person can fix into errors of the result: broken validation rules, refusals of the domain, a lost race. Bugs pass through untouched.</summary>
internal sealed class ExplainRefusal<TMessage, TResponse>(
    IEnumerable<IValidator<TMessage>> validators, IOperationLog operations, IAuditLog audit) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : IBaseCommand
    where TResponse : IResult<TResponse>
{
    public async ValueTask<TResponse> Handle(TMessage message, MessageHandlerDelegate<TMessage, TResponse> next, CancellationToken cancellationToken)
    {
        var broken = await BrokenRulesAsync(message, cancellationToken);
        if (broken.Count > 0)
        {
            return TResponse.Refused(broken);
        }

        try
        {
            return await operations.OnceAsync(ContentHash.Of(message), async () => await next(message, cancellationToken), cancellationToken);
        }
        catch (RefusedException refused)
        {
            await KeepAsync(refused.Subject, refused.Error.Code, cancellationToken);
            return TResponse.Refused([refused.Error]);
        }
        catch (ForbiddenException forbidden)
        {
            await KeepAsync(forbidden.Subject, "Shared.Forbidden", cancellationToken);
            throw;
        }
        catch (Exception lost) when (lost is DbUpdateConcurrencyException or StaleException)
        {
            return TResponse.Refused([new Error(StaleException.Code)]);
        }
    }

    private async Task KeepAsync(Aggregate? subject, string code, CancellationToken ct)
    {
        if (subject is { IsOnRecord: true })
        {
            await audit.RefusedAsync(subject, code, ct);
        }
    }

    private async Task<List<Error>> BrokenRulesAsync(TMessage message, CancellationToken ct)
    {
        var errors = new List<Error>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(message, ct);
            errors.AddRange(outcome.Errors.Select(f => new Error(f.ErrorCode, f.PropertyName, f.FormattedMessagePlaceholderValues)));
        }

        return errors;
    }
}
