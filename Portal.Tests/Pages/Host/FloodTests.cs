using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Infrastructure.Identity;
using Portal.Tests.Pages.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>A flood is turned away before it costs anything, and passwords do not take the processors from the pages (S-07, S-18).</summary>
public sealed class FloodTests(FloodTests.StrictHost strict, PortalHost host) : IClassFixture<FloodTests.StrictHost>, IClassFixture<PortalHost>
{
    private const int PagesPerMinute = 30;

    [Fact]
    public async Task More_pages_than_anybody_reads_are_refused_but_styles_and_the_balancer_are_not()
    {
        using var visitor = strict.Visitor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * PagesPerMinute).Select(_ => visitor.GetAsync("/ja/help")));
        var refused = answers.Where(a => a.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(answers.Count(a => a.Status == HttpStatusCode.OK), 2 * PagesPerMinute, 3 * PagesPerMinute);
        Assert.NotEmpty(refused);
        Assert.All(refused, page =>
        {
            Assert.Equal(("ja", "要求が多すぎます"), (page.Lang, page.Heading));
            Assert.InRange(int.Parse(page.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        });
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/favicon.svg")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task This_machine_itself_is_not_counted_unless_it_is_said_so()
    {
        using var visitor = host.Visitor();
        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => visitor.GetAsync("/en/help")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
    }

    [Theory]
    [InlineData("ja", "ただいま混み合っています", "Many people are signing in")]
    [InlineData("en", "Many people are signing in", "ただいま混み合っています")]
    public async Task When_too_many_wait_to_be_hashed_the_next_one_hears_so_at_once_and_keeps_what_was_typed(string language, string heading, string other)
    {
        using var client = host.Visitor();
        var form = (await client.GetAsync($"/{language}/Account/SignIn")).Form().Fill("Address", $"busy-{language}@example.jp").Fill("Password", AccountPages.Password);
        var queue = host.Services.GetRequiredService<HashingQueue>();
        var end = new TaskCompletionSource<bool>();
        var waiting = Enumerable.Range(0, HashingQueue.AtOnce * (1 + HashingQueue.WaitingPerHash)).Select(_ => queue.RunAsync(() => end.Task, CancellationToken.None)).ToList();
        var busy = await form.SubmitAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, heading, "30"), (busy.Status, busy.Heading, busy.Headers["Retry-After"]));
        Assert.Contains(other, busy.Text, StringComparison.Ordinal);
        Assert.Equal($"busy-{language}@example.jp", busy.TextOf("#typed"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/{language}/help")).Status);

        end.SetResult(true);
        await Task.WhenAll(waiting);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SubmitAsync()).Status);
    }

    public sealed class StrictHost(PortalTemplate template) : PortalHost(template)
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Limits:PagesPerMinute", $"{PagesPerMinute}")];
    }
}
