using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.TagHelpers;

/// <summary>The label of a property is <c>Module.Form.Property</c>: the area, the form without its suffix, the property.</summary>
internal static class TextKey
{
    public static string Of(ModelMetadata property)
    {
        var form = property.ContainerType ?? throw new InvalidOperationException("A field without a property needs label or label-key.");
        return $"{ModuleOf(form)}.{Shortened(form.Name)}.{property.PropertyName}";
    }

    // Portal.Web.Areas.Fellowships.Forms and Portal.Web.Gallery: the module is the name after "Areas", or after "Web".
    private static string ModuleOf(Type form)
    {
        var names = (form.Namespace ?? "").Split('.');
        var before = Math.Max(Array.IndexOf(names, "Areas"), Array.IndexOf(names, "Web"));
        return before >= 0 && before + 1 < names.Length ? names[before + 1] : "Shared";
    }

    private static string Shortened(string name) =>
        name.Length > 4 && name.EndsWith("Form", StringComparison.Ordinal) ? name[..^4] : name;
}
