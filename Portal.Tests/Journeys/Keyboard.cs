using Portal.Application.Fellowships.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The portal for somebody who uses no mouse.</summary>
public sealed class Keyboard(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    private const string Focused = "() => document.activeElement?.id ?? ''";

    // A stop is seen by the ring that the style sheet draws around it.
    private const string FocusedIsSeen =
        """
        () => {
          const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
          const isRinged = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          const isInView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return isRinged && isInView ? '' : element.outerHTML.slice(0, 160);
        }
        """;

    private const string FocusedLink = "() => document.activeElement === document.body ? '' : document.activeElement.outerHTML";

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public Task The_first_stop_is_the_link_past_the_header(string language) => AtDeskAsync(language, null, async desk =>
    {
        await desk.OpenAsync("");
        await desk.Page.Keyboard.PressAsync("Tab");
        Assert.True(await desk.Page.EvaluateAsync<bool>("() => document.activeElement.matches('.skip')"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.WaitForFunctionAsync("() => document.activeElement.id === 'main'");
    });

    [Fact]
    public Task Enter_in_a_text_field_continues_and_leaves_the_language_alone() => InAboutYouAsync(async desk =>
    {
        await desk.TypeAsync("about.latinFamily", "Takasaki");
        await desk.LeaveAsync(() => desk.Field("about.latinFamily").PressAsync("Enter"));
        Assert.Equal("ja", await desk.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await desk.Main.Locator("[data-error-summary]").CountAsync());
        Assert.Equal("Takasaki", await desk.Field("about.latinFamily").InputValueAsync());
    });

    [Fact]
    public Task Each_line_of_the_error_summary_leads_into_its_field() => InAboutYouAsync(async desk =>
    {
        await desk.PressInVainAsync(".actions button[value=continue]");
        var links = desk.Main.Locator("[data-error-summary] a");
        var count = await links.CountAsync();
        Assert.True(count > 5);
        for (var i = 0; i < count; i++)
        {
            await links.Nth(i).FocusAsync();
            await desk.Page.Keyboard.PressAsync("Enter");
            Assert.Equal((await links.Nth(i).GetAttributeAsync("href"))![1..], await desk.Page.EvaluateAsync<string>(Focused));
        }
    });

    [Fact]
    public Task Every_stop_of_a_form_is_seen_and_none_is_a_trap() => InAboutYouAsync(async desk =>
    {
        var stops = new HashSet<string>();
        for (var i = 0; i < 100; i++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            if (await desk.Page.EvaluateAsync<string>(FocusedLink) is not { Length: > 0 } stop)
            {
                break;
            }

            Assert.True(stops.Add(stop), $"Met twice: {stop}");
            Assert.Equal("", await desk.Page.EvaluateAsync<string>(FocusedIsSeen));
        }

        Assert.Contains(stops, s => s.Contains("about.latinFamily", StringComparison.Ordinal));
        Assert.Contains(stops, s => s.Contains("/accessibility", StringComparison.Ordinal));
    });

    private async Task InAboutYouAsync(Func<Desk, Task> work)
    {
        using var candidate = await host.People.CandidateAsync();
        var application = (await host.ApplyAsync(candidate)).Application.Id;
        await AtDeskAsync("ja", candidate, async desk =>
        {
            await desk.OpenAsync($"/Fellowships/Applications/Section/{application}?section={ApplicationSectionKind.AboutYou}");
            await work(desk);
        });
    }

    private Task AtDeskAsync(string language, SignedIn? person, Func<Desk, Task> work) =>
        browser.AtDeskAsync(host.Address, page => work(new Desk(page, host.Address, language)), person: person);
}
