using Mediator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Application.Shared;
using Portal.Infrastructure.Identity;

namespace Portal.Web.Infrastructure;

/// <summary>
/// Sends a form as a command. Success: the action redirects. Refusal: the reasons stand at their fields in the page's language, the
/// status says 422 (409 after a lost race, 429 after too many tries), and the action shows the same view again with everything typed still there.
/// </summary>
public abstract class PortalController(ISender sender, Text text) : Controller
{
    protected ISender Sender => sender;

    protected Text Text => text;

    protected async Task<bool> TryAsync(ICommand<Result> command, CancellationToken ct) =>
        CanBeRead() && Accept((await sender.Send(command, ct)).Errors);

    protected async Task<(bool Done, T? Value)> TryAsync<T>(ICommand<Result<T>> command, CancellationToken ct)
    {
        if (!CanBeRead())
        {
            return (false, default);
        }

        var result = await sender.Send(command, ct);
        return (Accept(result.Errors), result.Value);
    }

    /// <summary>Puts the reasons at their fields. For actions that send commands in their own way.</summary>
    /// <returns>True when there is none.</returns>
    protected bool Accept(IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
        {
            ModelState.AddModelError(FieldOf(error), ErrorSentence.Of(text, error));
        }

        return errors.Count == 0 || Refuse(StatusOf(errors));
    }

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        LanguageChoice.KeepFromForm(context.HttpContext);
        base.OnActionExecuting(context);
    }

    /// <summary>Input that cannot be read (letters in a number) never reaches the command.</summary>
    private bool CanBeRead() => ModelState.IsValid || Refuse(StatusCodes.Status422UnprocessableEntity);

    private static int StatusOf(IReadOnlyList<Error> errors) => errors[0].Code switch
    {
        StaleException.Code => StatusCodes.Status409Conflict,
        SignInGuard.Wait => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private bool Refuse(int status)
    {
        Response.StatusCode = status;
        return false;
    }

    /// <summary>The form's name of the field: a command may hold the form's fields one level deeper (<c>Content.Title.Ja</c> for <c>Title.Ja</c>).</summary>
    private string FieldOf(Error error)
    {
        var field = error.Field ?? "";
        var inner = field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return ModelState.ContainsKey(field) || !ModelState.ContainsKey(inner) ? field : inner;
    }
}
