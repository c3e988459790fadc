using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>An inspection that overlooks a barrier would make every journey green.</summary>
public sealed class InspectionTests(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("<input name='Name'>", "label")]
    [InlineData("<p style='color:#999;background:#fff'>pale</p>", "color-contrast")]
    [InlineData("<details><summary>more</summary><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></details>", "image-alt")]
    [InlineData("<a href='/en/Nowhere'>away</a>", "answers 404")]
    [InlineData("<div style='width:600px'>wide</div>", "px at 390 px")]
    [InlineData("<div class='field field--err'></div>", "marked though nothing was refused")]
    [InlineData("<p>Fellowships.MissingText</p>", "Fellowships.MissingText")]
    public Task A_barrier_is_found(string fault, string finding) => browser.AtDeskAsync(host.Address, async page =>
    {
        var inspection = new Inspection(Inspection.Phone);
        await page.RouteAsync("**/en", async route =>
        {
            var answer = await route.FetchAsync();
            var html = (await answer.TextAsync()).Replace("</main>", $"{fault}</main>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html });
        });
        await page.GotoAsync("/en");
        await inspection.LookAsync(page, "en");
        var thrown = Assert.ThrowsAny<Exception>(() => inspection.AssertClean(1));
        Assert.Contains(finding, thrown.Message, StringComparison.Ordinal);
    }, trace: false);

    [Fact]
    public Task A_page_of_ours_has_none() => browser.AtDeskAsync(host.Address, async page =>
    {
        var inspection = new Inspection(Inspection.Phone, Inspection.Desk);
        await page.GotoAsync("/en");
        await inspection.LookAsync(page, "en");
        inspection.AssertClean(1);
    }, trace: false);
}
