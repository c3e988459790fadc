using Microsoft.EntityFrameworkCore;
using Portal.Application.Recognition.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>What ships with the portal, before anybody has taken it up.</summary>
public sealed class StartingPairsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Every_starting_pair_stands_as_proposed_by_nobody_and_signed_by_nobody()
    {
        var versions = await host.InDatabaseAsync(db => db.EquivalenceVersions.Include(v => v.Signatures)
            .Where(v => db.Equivalences.Any(e => e.Id == v.EquivalenceId && e.Number.CompareTo("EQ-000041") < 0)).ToListAsync());
        Assert.Equal(40, versions.Count);
        Assert.All(versions, v => Assert.Equal((null, Guid.Empty, 0, DecisionType.NotAssessed), (v.ProposedBy, v.ProposerId, v.Signatures.Count, v.Content.Decision)));
    }
}
