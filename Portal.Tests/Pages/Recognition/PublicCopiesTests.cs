using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>Public pages may lie in caches; nobody's own page may.</summary>
public sealed class PublicCopiesTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string> Paths =>
    [
        "", "/Certifications", "/Certifications/Details/CISSP", "/WorkRoles", "/WorkRoles/Details/OG-WRL-014", "/Placements", "/Frameworks",
        "/Placements/Download/csv", "/Placements/Download/xlsx", "/Placements/Download/json",
        "/Finder", "/Finder?cert=JP-RISS", "/Matrix", "/Matrix?to=roles", "/Method", "/Changes", "/Changes/Feed", "/Matrix/Download/csv", "/Matrix/Download/xlsx", "/Matrix/Download/json",
        "/Equivalences/Download/EQ-000001?format=csv", "/Equivalences/Download/EQ-000001?format=json",
    ];

    [Theory, MemberData(nameof(Paths))]
    public async Task A_visitors_copy_is_public_and_asked_for_again_only_when_it_changed(string path)
    {
        using var visitor = host.Visitor();
        using var first = await visitor.SendAsync(Get($"/ja/Recognition{path}"));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: > 0 });
        Assert.Contains("Cookie", first.Headers.Vary);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(first.Headers.ETag!.IsWeak);

        using var again = await visitor.SendAsync(Get($"/ja/Recognition{path}", first.Headers.ETag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_signed_in_persons_page_is_kept_nowhere_and_never_answered_from_a_visitors_copy(string path)
    {
        using var visitor = host.Visitor();
        using var copy = await visitor.SendAsync(Get($"/en/Recognition{path}"));
        using var candidate = await host.People.CandidateAsync();
        using var own = await candidate.Client.SendAsync(Get($"/en/Recognition{path}", copy.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.True(own.Headers.CacheControl is { NoStore: true, Public: false });
        Assert.Null(own.Headers.ETag);
    }

    [Fact]
    public async Task A_compressed_page_has_the_same_tag_and_varies_by_encoding_too()
    {
        using var visitor = host.Visitor();
        using var plain = await visitor.SendAsync(Get("/en/Recognition/Placements"));
        var request = Get("/en/Recognition/Placements");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var packed = await visitor.SendAsync(request);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
        Assert.All(["Accept-Encoding", "Cookie"], x => Assert.Contains(x, packed.Headers.Vary));
    }

    private static HttpRequestMessage Get(string path, string? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.ParseAdd(known);
        }

        return request;
    }
}
