using System.Globalization;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships;

/// <summary>Countries by name in the language of the page; the two partners stand first.</summary>
internal static class CountryOptions
{
    private static readonly string[] s_first = ["JPN", "USA"];

    private static readonly Dictionary<string, IReadOnlyList<FieldOption>> s_byLanguage = PageLanguage.All.ToDictionary(l => l, In);

    public static IReadOnlyList<FieldOption> All => s_byLanguage[PageLanguage.Current];

    public static int PlaceOf(string alpha3) => Array.IndexOf(s_first, alpha3) is >= 0 and var place ? place : s_first.Length;

    private static IReadOnlyList<FieldOption> In(string language) => LanguageChoice.In<IReadOnlyList<FieldOption>>(language, () =>
    {
        var byName = StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true);
        return [.. Countries.Alpha3.Select(code => new FieldOption(code, Countries.NameOf(code))).OrderBy(o => PlaceOf(o.Value)).ThenBy(o => o.Text, byName)];
    });
}
