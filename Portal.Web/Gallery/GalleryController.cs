using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Infrastructure;

namespace Portal.Web.Gallery;

/// <summary>One sample of each component, for the eye and for the accessibility tests. Development only.</summary>
[DevelopmentOnly]
[AllowAnonymous]
public sealed class GalleryController(Text text) : Controller
{
    private static readonly string[] Wrong =
    [
        nameof(SampleForm.Kana), nameof(SampleForm.Registered), nameof(SampleForm.Side), nameof(SampleForm.Country),
        nameof(SampleForm.Plan), nameof(SampleForm.Upload), nameof(SampleForm.Agree),
    ];

    [HttpGet("{culture:regex(^(ja|en)$)}/gallery")]
    public IActionResult Index(bool errors)
    {
        foreach (var field in errors ? Wrong : [])
            ModelState.AddModelError(field, text[$"Gallery.Error.{field}"]);

        return View("~/Gallery/Index.cshtml", SampleForm.Filled);
    }

    [HttpPost("{culture:regex(^(ja|en)$)}/gallery")]
    public IActionResult Index(string culture, string? switchTo) =>
        RedirectToAction(nameof(Index), new { culture = switchTo ?? culture, errors = true });
}
