using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What everybody may read about how decisions come about.</summary>
public sealed class MethodPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "判断のしかた", "85%以上で", "60%以上", "80%未満", "0.667以上なら", "最長90日", "相手国の資格を発行するものではありません")]
    [InlineData("en", "How we decide", "From 85% without", "From 60%", "less than 80%", "From 0.667", "at most 90 days", "It never issues the other country’s certification")]
    public async Task The_values_are_those_that_the_program_uses(string language, string heading, string covers, string conditional, string gap, string alpha, string days, string not)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Method");
        Assert.Equal(heading, page.Heading);
        Assert.All([covers, conditional, gap, alpha, days, not, CoverageRules.Proposed2026.Version], s => Assert.Contains(s, page.Text, StringComparison.Ordinal));
    }

    [Theory, InlineData("ja", "条件付きの承認"), InlineData("en", "Recognition with conditions")]
    public async Task The_example_is_computed_and_comes_out_as_by_hand(string language, string suggests)
    {
        // Weights 3, 2, 1. Covered 1, 2/4, 0: (3 + 1) / 6. Assured 0.8, 0.5 × 1.0 × (1 − 0.5 × 2/3), 0: (2.4 + 0.6667) / 6.
        var example = (await host.SendAsync(Actor.Anonymous, new HowWeDecide())).Example.Figures;
        Assert.Equal((4 / 6d, (2.4 + 2 / 3d) / 6), (example.Content, example.Assured), new Near());
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/{language}/Recognition/Method");
        Assert.Equal(["100%", "50%", "0%"], page.TextsOf("table:has(#example) tbody td:nth-child(5)"));
        Assert.Contains("66.7%", page.TextOf("dl"), StringComparison.Ordinal);
        Assert.Contains("51.1%", page.TextOf("dl"), StringComparison.Ordinal);
        Assert.Contains(suggests, page.TextOf("dl"), StringComparison.Ordinal);
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) value) => 0;
    }
}
