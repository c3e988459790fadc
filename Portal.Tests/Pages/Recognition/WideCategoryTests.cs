using System.Text.Json.Nodes;
using Portal.Application.Recognition.Queries;
using Portal.Infrastructure.ReferenceData;
using Portal.Tests.Support;
using static Portal.Tests.Domain.Recognition.NiceFile;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A category with more work roles than the window has columns.</summary>
public sealed class WideCategoryTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "次の職務ロール", "前の職務ロール")]
    [InlineData("en", "Next work roles", "Previous work roles")]
    public async Task The_window_moves_over_the_columns_and_keeps_its_rows(string language, string next, string previous)
    {
        await host.InDatabaseAsync(db => NiceImport.ApplyAsync(db, Valid(NiceImport.Parse(Json(WithThirtyMoreRoles()))), TestContext.Current.CancellationToken));
        using var visitor = host.Visitor();
        var first = await visitor.GetAsync($"/{language}/Recognition/Placements?category=IN");
        var second = await first.FollowAsync(next);
        Assert.Equal(1 + PlacementMatrix.MostColumns, first.TextsOf("table.mx thead th").Count);
        Assert.Equal(1 + 32 - PlacementMatrix.MostColumns, second.TextsOf("table.mx thead th").Count);
        Assert.Equal(first.TextsOf("table.mx tbody th a"), second.TextsOf("table.mx tbody th a"));
        Assert.Empty(first.TextsOf("table.mx thead th").Intersect(second.TextsOf("table.mx thead th")).Skip(1));
        Assert.Equal(first.TextsOf("table.mx thead th"), (await second.FollowAsync(previous)).TextsOf("table.mx thead th"));
    }

    private static JsonNode WithThirtyMoreRoles()
    {
        var nice = Nice();
        for (var i = 100; i < 130; i++)
        {
            Rows(nice, "elements").Add(JsonNode.Parse($$"""{"element_type":"work_role","element_identifier":"IN-WRL-{{i}}","title":"Role {{i}}","text":"Text","doc_identifier":"{{RecognitionPages.Nice21}}"}"""));
            Rows(nice, "relationships").Add(LinkRow("IN", $"IN-WRL-{i}"));
        }

        return nice;
    }
}
