using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Portal.Tests.Journeys;

/// <summary>
/// What must be true of every page that somebody meets: no barrier that axe knows; one heading; the language that was
/// chosen; no name of a text in place of the text; nothing wider than the screen; no link that leads nowhere. Findings are collected, so that one walk shows them all.
/// </summary>
/// <param name="axeAt">The widths at which axe looks; it takes most of the time of a walk.</param>
internal sealed partial class Inspection(params int[] axeAt)
{
    public const int Desk = 1280, Phone = 390;
    private const int Narrowest = 320;

    // The library's own way opens a second page for each run and brings every passed check along.
    private const string Axe =
        "async () => (await axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations"
        + ".map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)";

    private static readonly string s_axeScript = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _findings = [];
    private readonly HashSet<string> _seen = [];
    private readonly HashSet<string> _errorPages = [];
    private readonly HashSet<string> _followed = [];

    public int Pages => _seen.Count;

    /// <summary>Listens to what the browser itself complains about, and to where it goes.</summary>
    /// <param name="provider">Another site to which the story leads.</param>
    public void Watch(IPage page, Uri address, Uri? provider = null)
    {
        page.PageError += (_, error) => Find(page.Url, $"script error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !RefusedForm().IsMatch(message.Text) && !_errorPages.Any(p => message.Location.Contains(p, StringComparison.Ordinal)))
            {
                Find(page.Url, $"console: {message.Text}");
            }
        };
        page.Request += (_, request) =>
        {
            var isProvider = provider is not null && request.Url.StartsWith(provider.ToString(), StringComparison.Ordinal);
            if (!isProvider && !request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Find(page.Url, $"asks another host: {request.Url}");
            }
        };
    }

    /// <summary>Chromium counts an error page as a resource that did not load; the story knows that it goes to one.</summary>
    public void ExpectError(string path) => _errorPages.Add(path);

    /// <summary>Looks at the page unless the same one, in the same state, was looked at before.</summary>
    public async Task LookAsync(IPage page, string language)
    {
        await ReadAsync(page, language);
        var errors = await page.Locator("[data-error-summary]").CountAsync() > 0;
        if (_seen.Add($"{Id().Replace(new Uri(page.Url).PathAndQuery, "…")} {await page.TitleAsync()} {errors}"))
        {
            await MeasureAsync(page);
            await FollowAsync(page, language);
        }
    }

    /// <exception cref="Xunit.Sdk.XunitException">Something was found.</exception>
    public void AssertClean(int pagesAtLeast)
    {
        Assert.True(_findings.Count == 0, string.Join('\n', _findings.Distinct()));
        Assert.True(Pages >= pagesAtLeast, $"Only {Pages} pages were met:\n{string.Join('\n', _seen)}");
    }

    private async Task ReadAsync(IPage page, string language)
    {
        if (await page.Locator("h1").CountAsync() is var headings and not 1)
        {
            Find(page.Url, $"{headings} h1");
        }

        if (await page.Locator("html").GetAttributeAsync("lang") is var lang && lang != language)
        {
            Find(page.Url, $"lang is {lang}");
        }

        if (await page.EvaluateAsync<string[]>("() => document.querySelector('[data-error-summary]') ? [] : [...document.querySelectorAll('.field--err')].map(e => e.outerHTML.slice(0, 120))") is [var marked, ..])
        {
            Find(page.Url, $"a field is marked though nothing was refused: {marked}");
        }

        foreach (Match key in Key().Matches(await page.TitleAsync() + await page.Locator("body").InnerTextAsync()))
        {
            Find(page.Url, $"shows the name of a text: {key.Value}");
        }
    }

    private async Task MeasureAsync(IPage page)
    {
        var own = page.ViewportSize!;
        await page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
        await page.EvaluateAsync(s_axeScript);
        foreach (var width in axeAt)
        {
            await page.SetViewportSizeAsync(width, own.Height);
            foreach (var violation in await page.EvaluateAsync<string[]>(Axe))
            {
                Find(page.Url, $"axe at {width} px: {violation}");
            }
        }

        foreach (var width in new[] { Phone, Narrowest })
        {
            await page.SetViewportSizeAsync(width, own.Height);
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var needed && needed > width)
            {
                Find(page.Url, $"needs {needed} px at {width} px: {await page.EvaluateAsync<string>(WidestElement)}");
            }

            if (width == Phone)
            {
                foreach (var wide in await page.EvaluateAsync<string[]>(WideLists))
                {
                    Find(page.Url, wide);
                }
            }
        }

        await page.SetViewportSizeAsync(own.Width, own.Height);
    }

    /// <summary>Asks once for each kind of address that pages link to; the way to the other language would choose it.</summary>
    private async Task FollowAsync(IPage page, string language)
    {
        var here = new Uri(page.Url);
        foreach (var link in await page.Locator("a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href') || '')"))
        {
            if (link.Length == 0)
            {
                Find(page.Url, "a link without an address");
            }
            else if (link.StartsWith($"/{language}", StringComparison.Ordinal) && _followed.Add(Id().Replace(link, "…")))
            {
                var answer = await page.Context.APIRequest.GetAsync(new Uri(here, link).ToString(), new() { MaxRedirects = 0 });
                if (answer.Status is 404 or >= 500)
                {
                    Find(page.Url, $"a link to {link} answers {answer.Status}");
                }
            }
        }
    }

    private const string WidestElement =
        "() => [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll')).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')";

    /// <summary>The page and its lists, as far as they have to be pushed aside.</summary>
    public const string WideLists =
        "() => [document.scrollingElement, ...document.querySelectorAll('.scroll:not(:has(> .mx))')].filter(e => e.scrollWidth > e.clientWidth)"
        + ".map(e => `${e.localName} ${e.className} needs ${e.scrollWidth} px and has ${e.clientWidth}: ${e.innerText.slice(0, 60)}`)";

    private void Find(string page, string what)
    {
        var finding = $"{Id().Replace(new Uri(page).PathAndQuery, "…")} {what}";
        _findings.Add(finding);
        // A walk that breaks off later still tells what was found on the way.
        TestContext.Current.TestOutputHelper?.WriteLine(finding);
    }

    [GeneratedRegex(@"\b(Fellowships|Recognition|Shared|Account|Identity|Reporting|Home|Mailbox|Information)\.[A-Z]\w+")]
    private static partial Regex Key();

    // Chromium counts a refused form as a resource that did not load, and a desk without web-share does not know its name.
    [GeneratedRegex("^Failed to load resource: .* 422 |^Error with Permissions-Policy header: Unrecognized feature: 'web-share'")]
    private static partial Regex RefusedForm();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
