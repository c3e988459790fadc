using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What everybody reads about one pair.</summary>
public sealed class PairPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "有効")]
    [InlineData("en", "In force")]
    public async Task A_published_decision_is_shown(string language, string phase)
    {
        var pair = await host.PublishAsync("JP-RISS", language == "ja" ? "CISSP" : "CISM");
        using var visitor = host.Visitor();
        var shown = await visitor.GetAsync($"/{language}/Recognition/Equivalences/Details/{pair.Number}");
        Assert.Contains(phase, shown.Text, StringComparison.Ordinal);
    }
}
