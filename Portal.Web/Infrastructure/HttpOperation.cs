using Portal.Application.Shared;
using Portal.Web.TagHelpers;

namespace Portal.Web.Infrastructure;

/// <summary>
/// What this request does. Made by the first step of the pipeline, so that <see cref="BegunAt"/> is the instant at which the request came in,
/// however long its body takes (S-47).
/// </summary>
internal sealed class HttpOperation(IHttpContextAccessor http, TimeProvider clock) : ICurrentOperation
{
    public string? Name { get; set; }

    public string? Reason { get; set; }

    public DateTimeOffset BegunAt { get; } = clock.GetUtcNow();

    // An autosave sends the same form again and again, each time with more in it: the version guards it, not the operation.
    public Guid? Id => http.HttpContext?.Request is { HasFormContentType: true } request && !request.Headers.ContainsKey("X-Autosave")
        && Guid.TryParse(request.Form[OperationTagHelper.FieldName], out var id) ? id : null;
}
