using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>More pairs than the window shows.</summary>
public sealed class WideMatrixTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "次の列", "前の列"), InlineData("en", "Next columns", "Previous columns")]
    public async Task The_window_moves_over_the_columns_keeps_its_rows_and_stands_in_the_address(string language, string next, string previous)
    {
        var codes = Enumerable.Range(100, 60).Select(i => $"X-{i}").ToList();
        if (await host.InDatabaseAsync(db => Task.FromResult(!db.Certifications.Any(c => c.Code == codes[0]))))
        {
            await host.InDatabaseAsync(db => PublishedPairs.AddAsync(db, codes));
            await host.ProposeAsync(EquivalenceSource.Of("JP-RISS"), [.. codes.Select(c => new Target(TargetKind.Certification, c))]);
        }

        using var visitor = host.Visitor();
        var first = await visitor.GetAsync($"/{language}/Recognition/Matrix?q=JP-RISS&target=X-1");
        var second = await first.FollowAsync(next);
        Assert.Equal(1 + EquivalenceMatrix.MostColumns, first.TextsOf("table.mx thead th").Count);
        Assert.Equal(1 + EquivalenceMatrix.MostColumns, second.TextsOf("table.mx thead th").Count);
        Assert.Contains("mx--compact", first.Document.QuerySelector("table.mx")!.ClassName, StringComparison.Ordinal);
        Assert.Equal(first.TextsOf("table.mx tbody th a"), second.TextsOf("table.mx tbody th a"));
        Assert.Single(first.TextsOf("table.mx thead th").Intersect(second.TextsOf("table.mx thead th")));
        Assert.Equal(first.TextsOf("table.mx thead th"), (await second.FollowAsync(previous)).TextsOf("table.mx thead th"));
        Assert.Equal(second.TextsOf("table.mx thead th"), (await visitor.GetAsync($"/{language}/Recognition/Matrix?column=2&target=X-1&q=JP-RISS")).TextsOf("table.mx thead th"));
        Assert.Equal(1 + 12, (await visitor.GetAsync($"/{language}/Recognition/Matrix?column=999&target=X-1&q=JP-RISS")).TextsOf("table.mx thead th").Count);
    }
}
