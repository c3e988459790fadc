using Portal.Application.Recognition.Domain;
using static Portal.Tests.Domain.Recognition.CoverageSamples;

namespace Portal.Tests.Domain.Recognition;

/// <summary>A kept row takes what was computed, and leaves alone what stays as it is.</summary>
public sealed class CoverageRowTests
{
    private static readonly Guid A = Guid.CreateVersion7(), B = Guid.CreateVersion7(), C = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_row_takes_the_pairs_that_were_computed()
    {
        var row = CoverageRow.Of(Guid.CreateVersion7(), Guid.CreateVersion7());
        row.Replace(Cells((A, 0.5), (B, 0.4)), Day, Now);
        var kept = row.Pairs.Single(p => p.RequirementSetId == A);
        row.Replace(Cells((A, 0.6), (C, 0.3)), Day.AddDays(1), Now.AddDays(1));
        Assert.Equal([(A, 0.6), (C, 0.3)], row.Pairs.Select(p => (p.RequirementSetId, p.Content)));
        Assert.Same(kept, row.Pairs.Single(p => p.RequirementSetId == A));
        Assert.Equal((Day.AddDays(1), Now.AddDays(1)), (row.AsOf, row.ComputedAt));
    }

    [Fact]
    public void One_target_comes_changes_and_goes_alone()
    {
        var row = CoverageRow.Of(Guid.CreateVersion7(), Guid.CreateVersion7());
        row.Replace(Cells((A, 0.5)), Day, Now);
        row.Replace(B, new CoverageCell(0, 0.4, 0.3, 0.2), Now.AddHours(1));
        row.Replace(A, new CoverageCell(0, 0.7, 0.3, 0.2), Now.AddHours(1));
        Assert.Equal([(A, 0.7), (B, 0.4)], row.Pairs.Select(p => (p.RequirementSetId, p.Content)));
        row.Replace(A, null, Now.AddHours(2));
        Assert.Equal(B, Assert.Single(row.Pairs).RequirementSetId);
        // The day is that of the whole row; the later computation is told from the earlier one.
        Assert.Equal((Day, Now.AddHours(2)), (row.AsOf, row.ComputedAt));
    }

    private static Dictionary<Guid, CoverageCell> Cells(params (Guid Set, double Content)[] cells) => cells.ToDictionary(c => c.Set, c => new CoverageCell(0, c.Content, 0.3, 0.2));
}
