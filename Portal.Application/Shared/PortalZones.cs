namespace Portal.Application.Shared;

/// <summary>The official zones of the two governments, as IANA names: an abbreviation such as EST does not say which rules hold.</summary>
public static class PortalZones
{
    public const string Japan = "Asia/Tokyo";

    /// <summary>The seat of the federal government keeps New York's rules.</summary>
    public const string UnitedStates = "America/New_York";

    public static string OfficialFor(Government government) => government == Government.Japan ? Japan : UnitedStates;

    /// <summary>The zone shown second, beside the official one.</summary>
    public static string OtherThan(string zone) => zone == Japan ? UnitedStates : Japan;

    /// <summary>The rules of an IANA zone of a place; false for anything else: a Windows name, or EST, which tz still lists but without summer time.</summary>
    public static bool TryFind(string zone, out TimeZoneInfo rules) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out rules!) && rules.HasIanaId && zone.Contains('/') && !zone.Contains('.');

    internal static TimeZoneInfo Find(string zone) => TimeZoneInfo.FindSystemTimeZoneById(zone);
}
