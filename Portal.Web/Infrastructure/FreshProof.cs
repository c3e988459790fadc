using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Application.Shared;

namespace Portal.Web.Infrastructure;

/// <summary>Pages on which people do what needs a fresh proof name themselves in the form, so that the proof leads back to them.</summary>
internal static class FreshProof
{
    public const string PageField = "page";

    public static string ConfirmPath(HttpRequest request)
    {
        var page = request.HasFormContentType ? request.Form[PageField].ToString() : "";
        return ConfirmPath(request, page);
    }

    public static string ConfirmPath(HttpRequest request, string page) => PageLanguage.Local(request, $"/Account/Confirm?returnUrl={Uri.EscapeDataString(page)}");
}

/// <summary>
/// Around the button of a step that needs a fresh proof, or around its whole form: without a proof, a link to give it stands in its place.
/// What was posted already and came back stays, and the link opens beside it.
/// </summary>
[HtmlTargetElement("portal-fresh-proof")]
public sealed class FreshProofTagHelper(ICurrentActor current, TimeProvider clock, Text text) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Text key of the sentence that says why; whoever signs for a government reads another one.</summary>
    public string Why { get; set; } = "Account.Confirm.Needed";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var request = ViewContext.HttpContext.Request;
        var isProven = current.Actor.HasFreshProof(clock.GetUtcNow());
        var wasPosted = HttpMethods.IsPost(request.Method);
        if (!isProven)
        {
            output.Content.AppendHtml(Sentence(text[current.Actor.SignsForGovernment ? "Account.Confirm.NeededDeviceBound" : Why])).AppendHtml(Link(request, wasPosted));
        }

        if (isProven || wasPosted)
        {
            var page = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            page.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = FreshProof.PageField, ["value"] = Here(request) });
            output.Content.AppendHtml(page).AppendHtml(await output.GetChildContentAsync());
        }
    }

    private static TagBuilder Sentence(string sentence)
    {
        var why = new TagBuilder("p");
        why.InnerHtml.Append(sentence);
        return why;
    }

    private TagBuilder Link(HttpRequest request, bool beside)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn");
        link.MergeAttribute("href", FreshProof.ConfirmPath(request, Here(request)));
        link.InnerHtml.Append(text[beside ? "Account.Confirm.Beside" : "Account.Confirm.Heading"]);
        if (beside)
        {
            link.MergeAttribute("target", "_blank");
        }

        return link;
    }

    private static string Here(HttpRequest request) => request.PathBase + request.Path + request.QueryString;
}
