using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Portal.Web.Infrastructure;

namespace Portal.Web.ViewComponents;

/// <summary>
/// The same page in the other language. Inside a form it saves first: losing data on switching is the most repeated
/// complaint about bilingual portals.
/// </summary>
public sealed class LanguageSwitch(IActionDescriptorCollectionProvider actions) : ViewComponent
{
    public IViewComponentResult Invoke(string? form) =>
        View(new LanguageSwitchModel(string.IsNullOrEmpty(form) ? null : form, language => LanguageChoice.Address(Request, language, ReadAt(language))));

    /// <summary>A refused form may be drawn under an address that only takes it. What can be read is then the action that the view is named after.</summary>
    private string? ReadAt(string language)
    {
        var drawn = Path.GetFileNameWithoutExtension(ViewContext.View.Path);
        return HttpMethods.IsPost(Request.Method) && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && ViewContext.ActionDescriptor is ControllerActionDescriptor taken && taken.ActionName != drawn && IsRead(taken.ControllerTypeInfo, drawn)
            ? Url.Action(drawn, new RouteValueDictionary(RouteData.Values) { ["action"] = drawn, ["culture"] = language }) : null;
    }

    private bool IsRead(System.Reflection.TypeInfo controller, string action) => actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
        .Any(a => a.ControllerTypeInfo == controller && a.ActionName == action
            && a.ActionConstraints?.OfType<HttpMethodActionConstraint>().Any(c => c.HttpMethods.Contains(HttpMethods.Get)) == true);
}

public sealed record LanguageSwitchModel(string? Form, Func<string, string> Href);
