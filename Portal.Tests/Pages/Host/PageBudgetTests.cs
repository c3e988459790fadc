using System.IO.Compression;
using System.Text;
using Portal.Application.Fellowships.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>The weights that the design allows, after brotli: a page must open on a phone in the country too.</summary>
public sealed class PageBudgetTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int Style = 12 * 1024, Script = 6 * 1024, Page = 15 * 1024;

    [Theory]
    [InlineData("/portal.css", Style)]
    [InlineData("/portal.js", Script)]
    public async Task Style_and_script_keep_their_budget(string path, int budget)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        AssertWeight(path, await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), budget);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Every_public_page_keeps_its_budget(string language)
    {
        var call = await host.OpenCallAsync();
        using var visitor = host.Visitor();
        string[] paths =
        [
            "", "/accessibility", "/privacy", "/help", "/Account/SignIn", "/Account/Register", "/Account/ForgotPassword", "/Fellowships/Calls",
            $"/Fellowships/Calls/Details/{call.Id}", $"/Fellowships/Calls/BlankForm/{call.Id}",
            "/Recognition", "/Recognition/Certifications", "/Recognition/Certifications/Details/CISSP", "/Recognition/WorkRoles", "/Recognition/WorkRoles/Details/DD-WRL-004",
            "/Recognition/Placements", "/Recognition/Placements?category=DD", "/Recognition/Frameworks",
        ];
        await AssertPagesAsync(visitor, language, paths);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Every_page_of_a_candidate_keeps_its_budget(string language)
    {
        var (call, next) = (await host.OpenCallAsync(), await host.OpenCallAsync());
        using var candidate = await host.People.CandidateAsync();
        var sent = (await host.ApplyAsync(candidate, a => a.Submitted(), call)).Application.Id;
        var draft = (await host.ApplyAsync(candidate, a => a.Completed(), next)).Application.Id;
        string[] paths =
        [
            "", $"/Start/{call.Id}", $"/Tasks/{draft}", $"/Check/{draft}", $"/Withdraw/{sent}", $"/Tasks/{sent}", $"/Status/{sent}", $"/Receipt/{sent}",
            .. call.Content.AskedSections.SelectMany(s => new[] { $"/Section/{draft}?section={s}", $"/Section/{sent}?section={s}" }),
            $"/Upload/{draft}?section={ApplicationSectionKind.Documents}&field=documents.cv",
        ];
        await AssertPagesAsync(candidate.Client, language, paths.Select(p => "/Fellowships/Applications" + p));
    }

    private static async Task AssertPagesAsync(PortalClient client, string language, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var page = await client.GetAsync($"/{language}{path}");
            Assert.True(page.Status == System.Net.HttpStatusCode.OK, $"{path}: {page.Status}");
            AssertWeight(path, Encoding.UTF8.GetBytes(page.Html), Page);
        }
    }

    private static void AssertWeight(string path, byte[] content, int budget)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(content);
        }

        Assert.True(packed.Length <= budget, $"{path} weighs {packed.Length} bytes; {budget} are allowed.");
    }
}
