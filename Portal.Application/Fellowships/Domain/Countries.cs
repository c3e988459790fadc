using System.Globalization;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Countries and territories by ISO 3166-1 alpha-3 code, from the platform's Unicode data.</summary>
public static class Countries
{
    private static readonly SortedDictionary<string, RegionInfo> s_regions = Regions();

    private static readonly Dictionary<string, string> s_japanese = JapaneseNames();

    public static IReadOnlySet<string> Alpha3 { get; } = s_regions.Keys.ToHashSet();

    /// <summary>The country's name in the current UI language.</summary>
    public static string NameOf(string alpha3) => !s_regions.TryGetValue(alpha3, out var region) ? alpha3
        : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? s_japanese[alpha3]
        : region.EnglishName;

    // A region keeps the display name of the first language in which it is asked, so Japanese asks once and for all.
    private static Dictionary<string, string> JapaneseNames()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja");
            return s_regions.ToDictionary(r => r.Key, r => r.Value.DisplayName);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
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
