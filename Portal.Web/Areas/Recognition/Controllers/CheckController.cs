using System.Security.Cryptography;
using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Areas.Recognition.Forms;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>Where anybody checks a recognition statement: by its number, by the QR code that holds it, and whether a PDF is the one that was issued.</summary>
[Area("Recognition")]
[AllowAnonymous]
[Limited(Limit.StatementCheck)]
public sealed class CheckController(ISender sender, Text text) : PortalController(sender, text)
{
    private const int HashDigits = 64;

    [HttpGet(LanguageChoice.Route + "/Recognition/Check")]
    public IActionResult Index(string? number) =>
        string.IsNullOrWhiteSpace(number) ? View(new CheckPage(null, null)) : Redirect(PathOf(Request, number.Trim()));

    /// <summary>An unknown number gets the same answer as one that cannot be one.</summary>
    [HttpGet(LanguageChoice.Route + "/Recognition/Check/{number}")]
    public async Task<IActionResult> Statement(string number, CancellationToken ct) => Shown(new(number, await Sender.Send(new CheckStatement(number), ct)));

    /// <summary>The file is hashed while it is read, and kept nowhere.</summary>
    [HttpPost(LanguageChoice.Route + "/Recognition/Check/{number}"), ActionName(nameof(Statement))]
    [RequestSizeLimit(RequestLimits.Upload), RequestTimeout(RequestLimits.UploadTime)]
    public async Task<IActionResult> Compare(string number, CheckForm form, CancellationToken ct)
    {
        var hash = form.File is { } file ? Convert.ToHexStringLower(await SHA256.HashDataAsync(file.OpenReadStream(), ct)) : HashIn(form.Sha256);
        if (hash is null)
        {
            Accept([new("Cases.Check.NoHash", nameof(form.Sha256))]);
        }

        return Shown(new(number, await Sender.Send(new CheckStatement(number, hash), ct), form.Sha256));
    }

    /// <summary>The address of one statement's check, the one in its QR code.</summary>
    internal static string PathOf(HttpRequest request, string number) => PageLanguage.Local(request, $"/Recognition/Check/{Uri.EscapeDataString(number)}");

    private ViewResult Shown(CheckPage shown)
    {
        Response.StatusCode = shown.Found is null ? StatusCodes.Status404NotFound : Response.StatusCode;
        // Whether a statement stands is asked anew each time.
        Response.Headers.CacheControl = "no-cache, no-store";
        return View("Index", shown);
    }

    private static string? HashIn(string? typed)
    {
        var plain = string.Concat(CleanText.Latin(typed).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        plain = plain.StartsWith("sha256", StringComparison.Ordinal) ? plain["sha256".Length..] : plain;
        return plain.Length == HashDigits && plain.All(char.IsAsciiHexDigit) ? plain : null;
    }
}
