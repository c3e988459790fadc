using System.Collections.Concurrent;
using System.Globalization;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Countries and territories by ISO 3166-1 alpha-3 code, from the platform's Unicode data.</summary>
public static class Countries
{
    private static readonly SortedDictionary<string, string> s_regions = Regions();

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> s_names = [];

    public static IReadOnlySet<string> Alpha3 { get; } = s_regions.Keys.ToHashSet();

    /// <summary>The country's name in the current UI language.</summary>
    public static string NameOf(string alpha3) =>
        s_names.GetOrAdd(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, _ => Names()).GetValueOrDefault(alpha3, alpha3);

    // A RegionInfo keeps the first language that it was asked in, so each language asks its own.
    private static Dictionary<string, string> Names() => s_regions.ToDictionary(r => r.Key, r => new RegionInfo(r.Value).DisplayName);

    /// <summary>A culture of each country, by the country's code.</summary>
    private static SortedDictionary<string, string> Regions()
    {
        var regions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            if (region.ThreeLetterISORegionName is { Length: 3 } code && code.All(char.IsAsciiLetterUpper))
            {
                regions.TryAdd(code, culture.Name);
            }
        }

        return regions;
    }
}
