using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

/// <summary>One rule decides when a call is open; pages only show its answer.</summary>
public sealed class CallClockTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly FellowshipCall Call = TestData.ApprovedCall();

    [Theory]
    [InlineData(-1, CallPhase.Scheduled)]
    [InlineData(0, CallPhase.Open)]
    [InlineData(1, CallPhase.Open)]
    public void A_call_opens_at_its_instant(int seconds, CallPhase phase) =>
        Assert.Equal(phase, Call.PhaseAt(Call.Content.OpensAt.Instant.AddSeconds(seconds)));

    [Theory]
    [InlineData(-1, CallPhase.Open)]
    [InlineData(0, CallPhase.Closed)]
    [InlineData(1, CallPhase.Closed)]
    public void A_call_closes_at_its_instant(int seconds, CallPhase phase) =>
        Assert.Equal(phase, Call.PhaseAt(Call.Content.ClosesAt.Instant.AddSeconds(seconds)));

    [Fact]
    public void The_clock_opens_nothing_that_both_governments_have_not_approved()
    {
        Assert.Equal(CallPhase.Draft, TestData.DraftCall().PhaseAt(TestData.Now.AddDays(1)));
        Assert.Equal(CallPhase.JointCheck, TestData.CallInCheck().PhaseAt(TestData.Now.AddDays(1)));
    }

    [Theory]
    [InlineData(-1, -1, true)]
    [InlineData(-1, 0, true)]
    [InlineData(-1, 299, true)]
    [InlineData(-1, 300, false)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, 2, false)]
    public void The_grace_is_only_for_requests_that_began_before_the_closing(int begun, int now, bool isTaken)
    {
        var closing = Call.Content.ClosesAt.Instant;
        Assert.Equal(isTaken, Call.Takes(closing.AddSeconds(begun), closing.AddSeconds(now), Grace));
    }

    [Fact]
    public void There_is_no_grace_before_the_opening()
    {
        var opening = Call.Content.OpensAt.Instant;
        Assert.False(Call.Takes(opening.AddSeconds(-2), opening.AddSeconds(-1), Grace));
        Assert.True(Call.Takes(opening.AddSeconds(-1), opening, Grace));
    }

    [Theory]
    [InlineData("2027-03-14", 21)] // The United States have changed to summer time that night.
    [InlineData("2027-03-13", 22)]
    [InlineData("2027-11-06", 21)]
    [InlineData("2027-11-07", 22)]
    public void A_closing_at_five_in_Washington_follows_daylight_saving(string day, int utcHour)
    {
        var date = DateOnly.Parse(day);
        var closes = ClosingTime.On(date, PortalZones.UnitedStates);
        var call = TestData.ApprovedCall(TestData.CallContent(closes.Instant.AddDays(-40), c => c with
        {
            ClosesAt = closes, DecisionOn = date.AddDays(30), StartsOn = date.AddDays(90),
        }));
        var expected = new DateTimeOffset(date, new TimeOnly(utcHour, 0), TimeSpan.Zero);
        Assert.Equal(CallPhase.Open, call.PhaseAt(expected.AddSeconds(-1)));
        Assert.Equal(CallPhase.Closed, call.PhaseAt(expected));
        Assert.Equal(CallPhase.Closed, call.PhaseAt(expected.ToOffset(TimeSpan.FromHours(9))));
    }
}
