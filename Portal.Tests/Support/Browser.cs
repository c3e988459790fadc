using Microsoft.Playwright;

namespace Portal.Tests.Support;

/// <summary>
/// The machine's Chromium, started once for a class; use it as a class fixture. A machine without one fails the test and says so. A test that
/// fails leaves its trace and a picture of its last page in TestResults.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] s_flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable(), Args = s_flags });
    }

    /// <summary>Does something at a desk: one context with its own cookies.</summary>
    /// <param name="width">1280 for a desk, 390 for a phone.</param>
    /// <param name="trace">Keep a trace for the case of failure; a long walk that looks into every page does without, for it doubles its time.</param>
    public async Task AtDeskAsync(Uri address, Func<IPage, Task> work, int width = 1280, bool script = true, SignedIn? person = null, bool trace = true)
    {
        await using var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = width > 600 ? 900 : 844 }, JavaScriptEnabled = script,
            // Chromium reports a fade between two pages that it had to skip as if a script had failed.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        if (person is not null)
        {
            await context.AddCookiesAsync(person.Client.Cookies.GetAllCookies().Select(x => new Cookie { Name = x.Name, Value = x.Value, Domain = address.Host, Path = "/" }));
        }

        if (trace)
        {
            await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        }

        var page = await context.NewPageAsync();
        try
        {
            await work(page);
        }
        catch
        {
            await KeepAsync(context, page, trace);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static async Task KeepAsync(IBrowserContext context, IPage page, bool trace)
    {
        var test = TestContext.Current.Test?.TestDisplayName ?? "page";
        var name = string.Concat(test.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        if (trace)
        {
            await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"{name}.zip") });
        }
    }

    private static string Executable() =>
        new[] { Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") }.Concat(s_places).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("There is no Chromium. Install it (./test.sh does on Debian), or name one in PORTAL_CHROMIUM.");
}
