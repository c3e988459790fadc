using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.TagHelpers;

/// <summary>Model state sorts its keys by name; people read a page from top to bottom, which is the order of the properties.</summary>
internal sealed class ErrorOrder(ModelMetadata model)
{
    public string Of(string key)
    {
        var place = "";
        var metadata = model;
        foreach (var name in key.Split('.').Select(x => x.Split('[')[0]))
        {
            var index = IndexOf(metadata, name);
            if (index < 0)
                return place + "999";

            place += index.ToString("D3", CultureInfo.InvariantCulture);
            metadata = metadata.Properties[index].ElementMetadata ?? metadata.Properties[index];
        }

        return place;
    }

    private static int IndexOf(ModelMetadata metadata, string name)
    {
        for (var i = 0; i < metadata.Properties.Count; i++)
        {
            if (string.Equals(metadata.Properties[i].PropertyName, name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
