using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Requests under a source of several certifications: all of them, any of them, and both together.</summary>
public sealed class CompositeCaseTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "CISSP", "保有資格に不足があります：JP-SC。先に追加してください。")]
    [InlineData("en", "CISM", "Your list lacks: JP-SC. Add it first.")]
    public async Task Where_all_are_asked_for_each_is_held_claimed_and_named_on_the_statement(string language, string target, string missing)
    {
        var pair = await host.PublishAsync(EquivalenceSource.All("JP-RISS", "JP-SC"), target);
        using var person = await host.People.CandidateAsync();
        await new CasePages(host, language).HoldAsync(person, "JP-RISS");
        var refused = await (await person.GetAsync($"/{language}/Recognition/Requests/Start/{pair.VersionId}")).Form("form[action*='/Start/']").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([missing], refused.Errors);

        using var story = await new CasePages(host, language).SentAsync(pair, "JP-RISS", "JP-SC");
        Assert.Equal(["JP-RISS", "JP-SC"], await ClaimedAsync(story));
        await story.DecidingAsync();
        await story.GrantAsync();
        using var visitor = host.Visitor();
        var check = await visitor.GetAsync($"/{language}/Recognition/Check/{(await story.StatementAsync()).Number}");
        Assert.Contains("(JP-RISS)", check.Text, StringComparison.Ordinal);
        Assert.Contains("(JP-SC)", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "SSCP")]
    [InlineData("en", "GSLC")]
    public async Task Where_any_is_enough_the_one_that_lasts_longest_is_claimed(string language, string target)
    {
        var pair = await host.PublishAsync(EquivalenceSource.Any("JP-NW", "JP-SG"), target);
        using var one = await new CasePages(host, language).SentAsync(pair, "JP-SG");
        Assert.Equal(["JP-SG"], await ClaimedAsync(one));
        using var two = await new CasePages(host, language).SentWithAsync(pair, ("JP-NW", new(2028, 1, 1)), ("JP-SG", new(2027, 1, 1)));
        Assert.Equal(["JP-NW"], await ClaimedAsync(two));
    }

    [Fact]
    public async Task Of_alternatives_inside_a_larger_demand_an_expired_one_is_left_out()
    {
        var source = new EquivalenceSource(SourceOperator.All, null, [EquivalenceSource.Of("JP-FE"), EquivalenceSource.Any("JP-AP", "JP-AU")]);
        using var story = await new CasePages(host, "en").SentWithAsync(await host.PublishAsync(source, "CRISC"), ("JP-FE", new(2028, 1, 1)), ("JP-AP", new(2026, 8, 1)), ("JP-AU", new(2028, 1, 1)));
        Assert.Equal(["JP-AU", "JP-FE"], await ClaimedAsync(story));
    }

    private Task<List<string>> ClaimedAsync(CasePages story) => host.InDatabaseAsync(db =>
        db.RecognitionCases.Where(c => c.Id == story.Id).SelectMany(c => c.Certifications).Select(c => c.Certification).OrderBy(c => c).ToListAsync(TestContext.Current.CancellationToken));
}
