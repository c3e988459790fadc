using System.Text;
using System.Text.Json.Nodes;
using Portal.Infrastructure.ReferenceData;
using Xunit;

namespace Portal.Tests.Domain.Recognition;

/// <summary>The shipped NICE file, open to planted faults.</summary>
internal static class NiceFile
{
    public static JsonNode Nice() => JsonNode.Parse(ReferenceFiles.Nice())!;

    public static JsonArray Rows(JsonNode file, string section) => file["response"]!["elements"]![section]!.AsArray();

    public static JsonNode Element(JsonNode file, string code) => Rows(file, "elements").First(x => (string?)x!["element_identifier"] == code)!;

    public static JsonObject LinkRow(string from, string to) => new()
    {
        ["source_element_identifier"] = from, ["source_doc_identifier"] = "SP_800_181_2_1_0",
        ["dest_element_identifier"] = to, ["dest_doc_identifier"] = "SP_800_181_2_1_0", ["relationship_identifier"] = "projection",
    };

    public static MemoryStream Json(JsonNode node) => new(Encoding.UTF8.GetBytes(node.ToJsonString()));

    public static T Valid<T>(ImportResult<T> result) where T : class
    {
        Assert.Empty(result.Problems);
        return result.Value!;
    }
}
