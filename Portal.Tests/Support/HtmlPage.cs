using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Support;

/// <summary>A page as a person reads it, with the forms that can be sent from it.</summary>
public sealed class HtmlPage
{
    private readonly PortalClient _client;

    private HtmlPage(PortalClient client, Uri address, HttpResponseMessage response, string html)
    {
        (_client, Address, Status, Html) = (client, address, response.StatusCode, html);
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(x => x.Key, x => string.Join(", ", x.Value), StringComparer.OrdinalIgnoreCase);
        Document = new HtmlParser().ParseDocument(html);
    }

    public HttpStatusCode Status { get; }

    /// <summary>Where redirects led.</summary>
    public Uri Address { get; }

    public string Path => Address.AbsolutePath;

    public string Html { get; }

    public IHtmlDocument Document { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Title => Document.Title ?? "";

    public string Heading => TextOf("h1");

    public string Lang => Document.DocumentElement.GetAttribute("lang") ?? "";

    /// <summary>The text of main without markup, spaces collapsed.</summary>
    public string Text => TextOf("main");

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll("[data-error-summary] li").Select(Clean)];

    /// <summary>The error at a field, by the field's name.</summary>
    public string? ErrorOf(string field) =>
        Document.GetElementById($"{field.Replace('.', '_')}-error") is { } error ? Clean(error) : null;

    public static async Task<HtmlPage> ReadAsync(PortalClient client, Uri address, HttpResponseMessage response) =>
        new(client, address, response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public string TextOf(string selector) => Document.QuerySelector(selector) is { } element ? Clean(element) : "";

    public IReadOnlyList<string> TextsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(Clean)];

    /// <summary>The first form in main that shows without script, or the one that the selector names.</summary>
    public HtmlForm Form(string selector = "main form[method=post]:not([hidden])") =>
        new(_client, Address, Document.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"No {selector} on {Address}:\n{Text}"));

    /// <summary>Follows the first link with this text.</summary>
    public Task<HtmlPage> FollowAsync(string text)
    {
        var link = Document.QuerySelectorAll<IHtmlAnchorElement>("a").FirstOrDefault(x => Clean(x).Contains(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No link '{text}' on {Address}:\n{Text}");
        return _client.GetAsync(new Uri(Address, link.GetAttribute("href")!).PathAndQuery);
    }

    private static string Clean(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
