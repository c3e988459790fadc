using System.Net;
using Microsoft.Data.Sqlite;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Host;

/// <summary>A store that cannot answer is said in both languages, and nothing is acknowledged .</summary>
public sealed class StoreTroubleTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "ただいま応答できません", "The portal cannot answer now")]
    [InlineData("en", "The portal cannot answer now", "ただいま応答できません")]
    public async Task A_database_that_is_gone_answers_503_in_both_languages_and_comes_back(string language, string heading, string other)
    {
        using var candidate = await host.People.CandidateAsync();
        var path = $"/{language}/Fellowships/Calls";
        SqliteConnection.ClearAllPools();
        var aside = host.State.Database + ".aside";
        File.Move(host.State.Database, aside);
        Directory.CreateDirectory(host.State.Database);
        try
        {
            var page = await candidate.GetAsync(path);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, heading), (page.Status, page.Heading));
            Assert.Equal(other, page.TextOf("main section h2"));
            Assert.Equal("30", page.Headers["Retry-After"]);
        }
        finally
        {
            Directory.Delete(host.State.Database);
            File.Move(aside, host.State.Database);
        }

        SqliteConnection.ClearAllPools();
        Assert.Equal(HttpStatusCode.OK, (await candidate.GetAsync(path)).Status);
    }
}
