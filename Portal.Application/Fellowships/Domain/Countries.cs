using System.Globalization;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Countries and territories by ISO 3166-1 alpha-3 code, from the platform's Unicode data.</summary>
public static class Countries
{
    private static readonly SortedDictionary<string, RegionInfo> s_regions = Regions();

    public static IReadOnlySet<string> Alpha3 { get; } = s_regions.Keys.ToHashSet();

    /// <summary>The country's name in the current UI language.</summary>
    public static string NameOf(string alpha3) => s_regions.TryGetValue(alpha3, out var region) ? region.DisplayName : alpha3;

    private static SortedDictionary<string, RegionInfo> Regions()
    {
        var regions = new SortedDictionary<string, RegionInfo>(StringComparer.Ordinal);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.ThreeLetterISORegionName is { Length: 3 } code && code.All(char.IsAsciiLetterUpper))
            {
                regions.TryAdd(code, region);
            }
        }

        return regions;
    }
}
