using System.Text.Json.Nodes;
using Portal.Infrastructure.ReferenceData;
using Portal.Tests.Domain.Recognition;
using Portal.Tests.Support;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Pages.Recognition;

internal static class RecognitionPages
{
    public const string Nice21 = "SP_800_181_2_1_0", Nice22 = "SP_800_181_2_2_0";

    /// <summary>Loads a later version of the framework beside the shipped one: a role goes, another has a new title, sixty tasks come.</summary>
    public static async Task LoadLaterNiceAsync(this PortalHost host)
    {
        var later = JsonNode.Parse(Nice().ToJsonString().Replace(Nice21, Nice22, StringComparison.Ordinal).Replace("\"2.1.0\"", "\"2.2.0\"", StringComparison.Ordinal))!;
        Rows(later, "elements").Remove(Element(later, "IN-WRL-002"));
        foreach (var link in Rows(later, "relationships").Where(x => x!.ToJsonString().Contains("IN-WRL-002", StringComparison.Ordinal)).ToList())
        {
            Rows(later, "relationships").Remove(link);
        }

        Element(later, "OG-WRL-014")["title"] = "Systems Security Manager";
        for (var i = 0; i < 60; i++)
        {
            Rows(later, "elements").Add(JsonNode.Parse($$"""{"element_type":"task","element_identifier":"T9{{i:000}}","title":"","text":"New task {{i}}","doc_identifier":"{{Nice22}}"}"""));
        }

        await host.InDatabaseAsync(db => NiceImport.ApplyAsync(db, Valid(NiceImport.Parse(Json(later))), TestContext.Current.CancellationToken));
    }
}
