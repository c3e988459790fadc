using System.Collections.Concurrent;
using System.Globalization;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Countries and territories by ISO 3166-1 alpha-3 code, from the platform's Unicode data.</summary>
public static class Countries
{
    private static readonly SortedDictionary<string, RegionInfo> s_regions = Regions();

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> s_names = [];

    public static IReadOnlySet<string> Alpha3 { get; } = s_regions.Keys.ToHashSet();

    /// <summary>The country's name in the current UI language.</summary>
    public static string NameOf(string alpha3) =>
        s_names.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => s_regions.ToDictionary(r => r.Key, r => LocalNameOf(r.Value))).GetValueOrDefault(alpha3, alpha3);

    // .NET names a region in English or in its own language only. A culture it names in the language of the page, as "language (region)".
    private static string LocalNameOf(RegionInfo region)
    {
        var name = CultureInfo.GetCultureInfo($"und-{region.TwoLetterISORegionName}").DisplayName;
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && name[^1] == ')' ? name[(open + 1)..^1] : region.EnglishName;
    }

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
