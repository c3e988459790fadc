using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Recognition;

/// <summary>From when until when a decision may hold.</summary>
public sealed class EquivalenceReadinessTests
{
    [Theory]
    [InlineData("EndsBeforeStart", DecisionType.Conditional, "2027-04-01", "2027-04-01")]
    [InlineData("EndsBeforeStart", DecisionType.Conditional, "2027-04-02", "2027-04-01")]
    [InlineData("ProvisionalTooLong", DecisionType.Provisional, "2027-04-01", "2028-04-02")]
    [InlineData("DateTooFar", DecisionType.Full, "2027-04-01", "2200-01-01")]
    [InlineData("DateTooFar", DecisionType.Provisional, "9999-04-01", "9999-12-31")]
    public void Days_that_make_no_sense_are_refused(string why, DecisionType decision, string from, string until) =>
        Assert.Contains($"Recognition.Draft.{why}", Problems(decision, from, until));

    [Theory]
    [InlineData(DecisionType.Conditional, "2027-04-01", "2027-04-02")]
    [InlineData(DecisionType.Provisional, "2027-04-01", "2028-04-01")]
    [InlineData(DecisionType.Full, "2027-04-01", "2199-12-31")]
    public void Days_on_the_last_line_are_not(DecisionType decision, string from, string until) =>
        Assert.DoesNotContain(Problems(decision, from, until), c => c.EndsWith("Start", StringComparison.Ordinal) || c.EndsWith("TooLong", StringComparison.Ordinal) || c.EndsWith("TooFar", StringComparison.Ordinal));

    private static IEnumerable<string> Problems(DecisionType decision, string from, string until) => EquivalenceReadiness.Problems(
        EquivalenceStory.Decision() with { Decision = decision, ValidFrom = Day(from), ValidUntil = Day(until) }, CoverageRules.Proposed2026).Select(p => p.Code);

    private static Deadline Day(string day) =>
        Deadline.TryFromLocal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.MinValue, PortalZones.Japan, out var found, out _) ? found : throw new ArgumentException(day);
}
