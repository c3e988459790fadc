namespace Portal.Web.Areas.Account;

/// <summary>
/// The browser and the system that a User-Agent header names (RFC 9110, 10.1.5), for the owner of the session. Brands stand in the order
/// in which they hide in each other: every Edge says Chrome, every Chrome says Safari.
/// </summary>
/// <param name="Browser">Null when it is none that we know.</param>
/// <param name="System">Null when it is none that we know.</param>
public sealed record BrowserName(string? Browser, string? System)
{
    private static readonly (string Mark, string Name)[] s_browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("SamsungBrowser/", "Samsung Internet"), ("OPR/", "Opera"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Version/", "Safari"),
    ];

    // An iPad asks for desktop pages as a Mac does: it shows as macOS, and nothing in the header tells otherwise.
    private static readonly (string Mark, string Name)[] s_systems =
    [
        ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Android", "Android"), ("CrOS", "ChromeOS"),
        ("Windows", "Windows"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    public static BrowserName Of(string agent) => new(Find(s_browsers, agent), Find(s_systems, agent));

    private static string? Find((string Mark, string Name)[] table, string agent) =>
        table.FirstOrDefault(x => agent.Contains(x.Mark, StringComparison.Ordinal)).Name;
}
