using Microsoft.AspNetCore.Mvc;
using Portal.Web.Infrastructure;

namespace Portal.Web.ViewComponents;

/// <summary>
/// The same page in the other language. Inside a form it saves first: losing data on switching is the most repeated
/// complaint about bilingual portals.
/// </summary>
public sealed class LanguageSwitch : ViewComponent
{
    public IViewComponentResult Invoke(string? form) =>
        View(new LanguageSwitchModel(string.IsNullOrEmpty(form) ? null : form, language => LanguageChoice.Address(Request, language)));
}

public sealed record LanguageSwitchModel(string? Form, Func<string, string> Href);
