using Portal.Application.Shared;

namespace Portal.Application.Recognition.Domain;

/// <summary>One hash over everything that a coverage figure depends on, whatever order it was given in.</summary>
internal static class CoverageInputHash
{
    public static string Of(CoverageInput input) => ContentHash.Of(new
    {
        Algorithm = Coverage.AlgorithmVersion,
        input.Rules,
        input.AsOf,
        Target = input.Target.Code,
        Requirements = input.Target.Requirements.OrderBy(r => r.Statement, StringComparer.Ordinal)
            .Select(r => r with { Roles = [.. r.Roles.Distinct().Order(StringComparer.Ordinal)] }),
        Mappings = input.Mappings.Order(ContentOrder.Mappings),
        Ways = input.Source.Ways().Select(way => way.Select(s => s.Code)),
        Sources = input.Source.Certifications().Select(s => new { s.Code, Claims = s.Claims.Order(ContentOrder.Claims) }),
    });
}
