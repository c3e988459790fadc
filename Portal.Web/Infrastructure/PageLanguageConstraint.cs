namespace Portal.Web.Infrastructure;

/// <summary>What an address may name as its language. The framework's own <c>regex</c> would compile one expression per page, at its first request.</summary>
internal sealed class PageLanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && PageLanguage.All.Contains(value as string, StringComparer.OrdinalIgnoreCase);
}
