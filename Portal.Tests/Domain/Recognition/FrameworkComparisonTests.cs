using System.Text.Json.Nodes;
using Portal.Application.Recognition.Domain;
using Portal.Infrastructure.ReferenceData;
using static Portal.Application.Recognition.Domain.FrameworkElementKind;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Domain.Recognition;

public sealed class FrameworkComparisonTests
{
    [Fact]
    public void A_version_does_not_differ_from_itself_and_order_and_spaces_do_not_count()
    {
        var nice = Content(Nice());
        Assert.All(Enum.GetValues<FrameworkChange>(), x => Assert.Equal(0, FrameworkComparison.Of(nice, nice).Count(x)));
        var shuffled = nice with { Elements = [.. nice.Elements.Reverse().Select(x => x with { Text = $"  {x.Text.Replace(" ", "  ", StringComparison.Ordinal)} ", SortOrder = 0 })] };
        Assert.All(Enum.GetValues<FrameworkChange>(), x => Assert.Equal(0, FrameworkComparison.Of(nice, shuffled).Count(x)));
    }

    [Fact]
    public void Each_change_stands_in_its_own_list()
    {
        var later = Nice();
        Element(later, "T0084")["text"] = "Employ secure configuration management";
        Element(later, "K0018")["text"] = "[Withdrawn: Incorporated into K0002]";
        Element(later, "OG-WRL-014")["title"] = "Systems Security Manager";
        Rows(later, "elements").Remove(Element(later, "S0015"));
        Drop(later, x => (string?)x["dest_element_identifier"] == "S0015");
        Rows(later, "elements").Add(JsonNode.Parse("""{"element_type":"task","element_identifier":"T9999","title":"","text":"New task","doc_identifier":"SP_800_181_2_1_0"}"""));
        Rows(later, "relationships").Add(LinkRow("OG-WRL-014", "T9999"));

        var found = FrameworkComparison.Of(Content(Nice()), Content(later));

        Assert.Equal(["T9999"], found.Added.Select(x => x.Either.Code));
        Assert.Equal(["S0015"], found.Removed.Select(x => x.Either.Code));
        Assert.Equal(["K0018"], found.Retired.Select(x => x.Either.Code));
        Assert.Equal([(WorkRole, "OG-WRL-014"), (FrameworkElementKind.Task, "T0084")], found.Reworded.Select(x => (x.Either.Kind, x.Either.Code)));
        Assert.Equal([("OG-WRL-014", "T9999")], found.Relinked.Where(x => x.IsNew).Select(x => (x.Role.Code, x.Statement.Code)));
        Assert.All(found.Relinked.Where(x => !x.IsNew), x => Assert.Equal("S0015", x.Statement.Code));
        Assert.Equal(Rows(Nice(), "relationships").Count(x => (string?)x!["dest_element_identifier"] == "S0015"), found.Relinked.Count(x => !x.IsNew));
    }

    [Fact]
    public void The_other_direction_swaps_what_was_added_and_what_was_removed()
    {
        var later = Nice();
        Rows(later, "elements").Add(JsonNode.Parse("""{"element_type":"skill","element_identifier":"S9999","title":"","text":"New","doc_identifier":"SP_800_181_2_1_0"}"""));
        Rows(later, "relationships").Add(LinkRow("OG-WRL-001", "S9999"));
        var back = FrameworkComparison.Of(Content(later), Content(Nice()));
        Assert.Equal(["S9999"], back.Removed.Select(x => x.Either.Code));
        Assert.False(Assert.Single(back.Relinked).IsNew);
        Assert.Empty(back.Added);
    }

    [Fact]
    public void The_links_of_a_new_role_are_not_told_one_by_one()
    {
        var later = Nice();
        Rows(later, "elements").Add(JsonNode.Parse("""{"element_type":"work_role","element_identifier":"OG-WRL-099","title":"New","text":"New","doc_identifier":"SP_800_181_2_1_0"}"""));
        Rows(later, "relationships").Add(LinkRow("OG-WRL-099", "T0084"));
        var found = FrameworkComparison.Of(Content(Nice()), Content(later));
        Assert.Single(found.Added);
        Assert.Empty(found.Relinked);
    }

    private static void Drop(JsonNode file, Func<JsonNode, bool> which)
    {
        foreach (var row in Rows(file, "relationships").Where(x => which(x!)).ToList())
        {
            Rows(file, "relationships").Remove(row);
        }
    }

    private static FrameworkContent Content(JsonNode file)
    {
        var framework = Valid(NiceImport.Parse(Json(file)));
        return new([.. framework.Elements.Select(x => x.AsText())], [.. framework.Links.Select(x => (x.FromCode, x.ToCode))]);
    }
}
