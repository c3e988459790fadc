using Portal.Infrastructure.Connect;

namespace Portal.Tests.Domain.Connect;

/// <summary>The life of a key at its limits (S-23): a tick before, at, and a tick after.</summary>
public sealed class KeyLifeTests
{
    private static readonly DateTimeOffset s_from = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), s_next = s_from + KeyLife.Signs;

    [Theory]
    [InlineData(-1, KeyState.Announced)]
    [InlineData(0, KeyState.Signing)]
    [InlineData(1, KeyState.Signing)]
    public void A_key_signs_from_its_instant_on(int ticks, KeyState state)
    {
        Assert.Equal(state, KeyLife.StateOf(s_from, null, s_from.AddTicks(ticks)));
        Assert.Equal(state, KeyLife.StateOf(s_from, s_next, s_from.AddTicks(ticks)));
    }

    [Theory]
    [InlineData(-1, KeyState.Signing)]
    [InlineData(0, KeyState.Retired)]
    [InlineData(1, KeyState.Retired)]
    public void It_retires_when_the_next_one_signs(int ticks, KeyState state) => Assert.Equal(state, KeyLife.StateOf(s_from, s_next, s_next.AddTicks(ticks)));

    [Theory]
    [InlineData(-1, KeyState.Retired)]
    [InlineData(0, KeyState.Gone)]
    [InlineData(1, KeyState.Gone)]
    public void It_is_gone_when_no_token_of_it_can_live(int ticks, KeyState state) =>
        Assert.Equal(state, KeyLife.StateOf(s_from, s_next, (s_next + KeyLife.Kept).AddTicks(ticks)));

    [Fact]
    public void Without_a_next_one_it_goes_on_signing() => Assert.Equal(KeyState.Signing, KeyLife.StateOf(s_from, null, s_from.AddYears(10)));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void The_next_one_is_due_in_time_to_be_announced(int ticks, bool isDue) =>
        Assert.Equal(isDue, KeyLife.IsNextDue(s_from, (s_from + KeyLife.Signs - KeyLife.Announced).AddTicks(ticks)));

    [Fact]
    public void A_key_is_announced_for_a_day_even_to_nodes_that_look_late() =>
        Assert.True(KeyLife.Announced - ServerKeys.LooksAgainAfter >= TimeSpan.FromHours(24));

    [Fact]
    public void At_every_instant_exactly_one_of_a_purpose_signs()
    {
        var keys = Enumerable.Range(0, 4).Select(i => Key(i, s_from + (i * KeyLife.Signs))).ToList();
        for (var now = s_from; now < s_from + (5 * KeyLife.Signs); now += TimeSpan.FromHours(7))
        {
            Assert.Single(KeyLife.StatesOf(keys, now), k => k.State == KeyState.Signing);
        }
    }

    private static ConnectKey Key(int generation, DateTimeOffset from) => new()
    {
        Purpose = KeyPurpose.Signing, Generation = generation, KeyId = "", Algorithm = "", Sealed = [], CreatedAt = from, SignsFrom = from,
    };
}
