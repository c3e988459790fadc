using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Web.Infrastructure;

namespace Portal.Web.TagHelpers;

/// <summary>Gives a form its draft address and the sentences that the script says; the script itself holds no words.</summary>
[HtmlTargetElement("form", Attributes = AttributeName)]
public sealed class AutosaveTagHelper(Text text) : TagHelper
{
    private const string AttributeName = "portal-autosave";

    [HtmlAttributeName(AttributeName)]
    public string? Address { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Address is null)
            return;

        output.Attributes.SetAttribute("data-autosave", Address);
        output.Attributes.SetAttribute("data-offline", text["Shared.Draft.NotSaved"]);
        output.Attributes.SetAttribute("data-conflict", text["Shared.Draft.Conflict"]);
        output.Attributes.SetAttribute("data-signedout", text["Shared.Draft.SignedOut"]);
        output.Attributes.SetAttribute("data-toolarge", text["Shared.Draft.TooLarge"]);
    }
}
