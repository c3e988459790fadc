using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Portal.Web.Infrastructure;

/// <param name="Template">With module, controller and action filled in.</param>
/// <param name="Methods">"ANY" stands for GET, HEAD and POST.</param>
/// <param name="Door">Who is let in before a use case is asked; the use case has its own door and its own rule on the object.</param>
/// <param name="Antiforgery">Whether a POST needs the token.</param>
/// <param name="BodyLimit">Bytes.</param>
/// <param name="Limit">The kind of requests with which it is counted; null when only plain floods are.</param>
public sealed record RouteLine(IReadOnlyList<string> Methods, string Template, string? Action, string Door, bool Antiforgery, long BodyLimit, string? Limit);

/// <summary>Every address of the portal, for operators and for the test of who may enter where.</summary>
internal static class RouteList
{
    public static IReadOnlyList<RouteLine> Of(IEndpointRouteBuilder app) =>
    [
        .. app.DataSources.SelectMany(x => x.Endpoints).OfType<RouteEndpoint>().Where(Doors.IsReachable).Select(Line)
            // A static file has an endpoint per stored compression.
            .DistinctBy(x => (x.Template, x.Action, string.Join(',', x.Methods)))
            .OrderBy(x => x.Template, StringComparer.Ordinal).ThenBy(x => x.Methods[0], StringComparer.Ordinal),
    ];

    private static RouteLine Line(RouteEndpoint endpoint)
    {
        var action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>();
        return new(
            endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"],
            Template(endpoint, action),
            action is null ? null : $"{action.ControllerName}Controller.{action.ActionName}",
            Doors.Of(endpoint) ?? "signed in",
            action is not null && endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is null,
            endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? RequestLimits.Body,
            endpoint.Metadata.GetMetadata<LimitedAttribute>()?.Limit.ToString());
    }

    private static string Template(RouteEndpoint endpoint, ControllerActionDescriptor? action)
    {
        var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace(LanguageChoice.Route, "{culture}", StringComparison.Ordinal);
        foreach (var (name, value) in action?.RouteValues ?? new Dictionary<string, string?>())
        {
            template = template.Replace($"{{{name}:exists}}", value, StringComparison.Ordinal)
                .Replace($"{{{name}=Home}}", value, StringComparison.Ordinal)
                .Replace($"{{{name}=Index}}", value, StringComparison.Ordinal)
                .Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return template;
    }
}
