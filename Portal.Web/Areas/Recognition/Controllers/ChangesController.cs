using Mediator;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Application.Recognition.Queries;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Controllers;

/// <summary>What was published, replaced, suspended and withdrawn, and when it became known.</summary>
[Area("Recognition")]
[AllowAnonymous]
[PublicPage]
public sealed class ChangesController(ISender sender, Text text) : PortalController(sender, text)
{
    [HttpGet]
    public async Task<IActionResult> Index(int page, CancellationToken ct) => View(await Sender.Send(new RecognitionChanges(page), ct));

    /// <summary>The latest changes as a feed in the language of the address (Atom, RFC 4287).</summary>
    [HttpGet]
    public async Task<IActionResult> Feed(CancellationToken ct)
    {
        var feed = View(await Sender.Send(new RecognitionChanges(), ct));
        feed.ContentType = "application/atom+xml; charset=utf-8";
        return feed;
    }
}
