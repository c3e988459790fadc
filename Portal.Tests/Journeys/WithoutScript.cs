using Microsoft.Playwright;
using Portal.Application.Fellowships.Domain;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The form for somebody whose browser runs no script.</summary>
public sealed class WithoutScript(PortalHost host, Browser browser) : IClassFixture<PortalHost>, IClassFixture<Browser>
{
    [Fact]
    public Task Entries_come_and_go_and_what_was_typed_stays() => InSectionAsync(ApplicationSectionKind.EducationAndWork, async desk =>
    {
        await desk.TypeAsync("education.1.school", "東京大学");
        await desk.PressAsync("button[value='add:education']");
        await desk.TypeAsync("education.2.school", "京都大学");
        await desk.PressAsync("button[value='remove:education.2']");
        Assert.Equal("東京大学", await desk.Field("education.1.school").InputValueAsync());
        Assert.Equal(0, await desk.Field("education.2.school").CountAsync());
    });

    [Fact]
    public Task Switching_the_language_keeps_what_was_typed() => InSectionAsync(ApplicationSectionKind.AboutYou, async desk =>
    {
        await desk.TypeAsync("about.nativeFamily", "髙﨑");
        await desk.TypeAsync("about.address", "霞が関2-1-2\n\u00a0三階 😀");
        await desk.SelectAsync("about.citizenship", "JPN");
        await desk.LeaveAsync(() => desk.Page.Locator("nav.lang button[value=en]").ClickAsync());
        Assert.Equal("en", await desk.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("section=AboutYou", desk.Page.Url, StringComparison.Ordinal);
        Assert.Equal("髙﨑", await desk.Field("about.nativeFamily").InputValueAsync());
        Assert.Contains("😀", await desk.Field("about.address").InputValueAsync(), StringComparison.Ordinal);
        Assert.Equal("JPN", await desk.Field("about.citizenship").InputValueAsync());
    });

    [Fact]
    public Task A_refused_section_comes_back_with_every_answer_and_the_reasons() => InSectionAsync(ApplicationSectionKind.AboutYou, async desk =>
    {
        await desk.TypeAsync("about.latinFamily", "Takasaki");
        await desk.PressAsync(".actions button[value=continue]");
        Assert.Equal("Takasaki", await desk.Field("about.latinFamily").InputValueAsync());
        Assert.True(await desk.Main.Locator("[data-error-summary] a").CountAsync() > 5);
    });

    [Fact]
    public Task A_file_is_sent_and_taken_away_again() => InSectionAsync(ApplicationSectionKind.Documents, async desk =>
    {
        var form = desk.Main.Locator("form:has([name=Field][value='documents.cv'])");
        await form.Locator("[name=File]").SetInputFilesAsync(new FilePayload { Name = "経歴書.pdf", MimeType = "application/pdf", Buffer = SampleFiles.RealPdf() });
        await desk.LeaveAsync(() => form.Locator("button").ClickAsync());
        Assert.Contains("経歴書.pdf", await desk.Main.InnerTextAsync(), StringComparison.Ordinal);
        await desk.PressAsync("a[href*='/RemoveDocument/']");
        await desk.PressAsync("form button.btn");
        Assert.DoesNotContain("経歴書.pdf", await desk.Main.InnerTextAsync(), StringComparison.Ordinal);
    });

    private async Task InSectionAsync(ApplicationSectionKind section, Func<Desk, Task> work)
    {
        using var candidate = await host.People.CandidateAsync();
        var application = (await host.ApplyAsync(candidate)).Application.Id;
        await browser.AtDeskAsync(host.Address, async page =>
        {
            var desk = new Desk(page, host.Address, "ja");
            await desk.OpenAsync($"/Fellowships/Applications/Section/{application}?section={section}");
            await work(desk);
        }, width: 390, script: false, person: candidate);
    }
}
