using Portal.Infrastructure.Identity;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Account;

public sealed class SignInAttemptsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_hundred_guesses_at_once_only_five_are_compared()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Attempts.ReserveAsync("guessed@example.jp", "192.0.2.1", Ct))));
        Assert.Equal(SignInAttempts.AtOneAccountFromOnePlace, answers.Count(wait => wait is null));
    }

    [Fact]
    public async Task The_wait_doubles_up_to_an_hour_and_says_how_long()
    {
        for (var i = 0; i < SignInAttempts.AtOneAccountFromOnePlace; i++)
        {
            Assert.Null(await Attempts.ReserveAsync("waits@example.jp", "192.0.2.2", Ct));
        }

        foreach (var minutes in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.Equal(TimeSpan.FromMinutes(minutes), await Attempts.ReserveAsync("waits@example.jp", "192.0.2.2", Ct));
            host.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Null(await Attempts.ReserveAsync("waits@example.jp", "192.0.2.2", Ct));
        }
    }

    [Fact]
    public async Task A_right_answer_forgets_the_tries_and_a_day_does_too()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < SignInAttempts.AtOneAccountFromOnePlace; i++)
            {
                Assert.Null(await Attempts.ReserveAsync("right@example.jp", "192.0.2.3", Ct));
            }

            if (round == 0)
            {
                await Attempts.ForgetAsync("right@example.jp", "192.0.2.3", Ct);
            }
            else
            {
                host.Clock.Advance(TimeSpan.FromHours(25));
            }
        }
    }

    [Fact]
    public async Task Somebody_elsewhere_is_not_kept_out_by_a_few_wrong_tries_but_by_many()
    {
        for (var i = 0; i < SignInAttempts.AtOneAccount; i++)
        {
            Assert.Null(await Attempts.ReserveAsync("spread@example.jp", $"198.51.100.{i}", Ct));
        }

        Assert.NotNull(await Attempts.ReserveAsync("spread@example.jp", "198.51.100.99", Ct));
    }

    private SignInAttempts Attempts => (SignInAttempts)host.Services.GetService(typeof(SignInAttempts))!;
}
