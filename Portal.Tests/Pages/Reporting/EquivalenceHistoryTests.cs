using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Pages.Recognition;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Reporting;

/// <summary>Who said that something ties them, and what held from when to when: in the words of the histories.</summary>
public sealed class EquivalenceHistoryTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ja", "JP-NW", "CCNA", "利害関係：あると回答（日本、第1回）", "利害関係：ないと回答（米国、第1回）")]
    [InlineData("en", "JP-AU", "CISA", "Conflict of interest: declared (Japan, round 1)", "Conflict of interest: none declared (United States, round 1)")]
    public async Task The_history_of_a_version_says_who_declared_which_conflict(string language, string source, string target, string tied, string free)
    {
        using var proposer = await host.People.StaffAsync(Role.RecognitionOfficer, Government.Japan);
        using var japanese = await host.People.StaffAsync(Role.RecognitionReviewer, Government.Japan);
        using var american = await host.People.StaffAsync(Role.RecognitionReviewer, Government.UnitedStates);
        var id = await host.ComputedAsync(proposer.Actor, source, target);
        await host.OpenReviewAsync(proposer.Actor, id);
        Assert.Empty((await host.SendAsync(japanese.Actor, new DeclareConflict(id, true))).Errors);
        Assert.Empty((await host.SendAsync(american.Actor, new DeclareConflict(id, false))).Errors);

        using var auditor = await host.People.AuditorAsync(Government.Japan);
        var lines = (await auditor.GetAsync($"/{language}/Reporting/History/Item/{id}?type={nameof(EquivalenceVersion)}")).TextsOf("main .timeline > li");
        Assert.Contains(lines, l => l.Contains(tied, StringComparison.Ordinal) && l.Contains("RecognitionReviewer of Japan", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(free, StringComparison.Ordinal) && l.Contains("RecognitionReviewer of UnitedStates", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja", "CISSP", "有効：{0}.*から{3}.*まで", "停止中（日本による）：{1}.*から{2}.*まで", "取消し：{1}.*から{3}.*まで")]
    [InlineData("en", "CISM", "In force, from {0}.* until {3}", "Suspended \\(Japan\\), from {1}.* until {2}", "Withdrawn, from {1}.* until {3}")]
    public async Task The_history_of_an_equivalence_says_from_when_to_when_it_was_in_which_state(string language, string target, string inForce, string suspended, string withdrawn)
    {
        var pair = await host.PublishAsync("JP-RISS", target);
        var content = pair.Story.Version.Content;
        host.Clock.Advance(TimeSpan.FromHours(1));
        var at = host.Clock.GetUtcNow();
        await host.SuspendAsync(pair, Government.Japan);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.LiftAsync(pair, Government.Japan);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.WithdrawAsync(pair);

        using var auditor = await host.People.AuditorAsync(Government.UnitedStates);
        var page = await auditor.GetAsync($"/{language}/Reporting/History/Item/{pair.Id}?type={nameof(Equivalence)}");
        string[] days = [.. new[] { content.ValidFrom!.Value.Instant, at, at.AddDays(30), content.ValidUntil!.Value.Instant }.Select(t => DayIn(language, t))];
        var lines = page.TextsOf("main .timeline > li");
        Assert.Matches($"{pair.Number} / 1,? {string.Format(null, inForce, days)}", lines[0]);
        Assert.Contains(lines, l => Regex.IsMatch(l, string.Format(null, suspended, days)));
        Assert.Matches(string.Format(null, withdrawn, days), lines[^1]);
        Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-|InForce|\\d{4}-\\d\\d-\\d\\d", page.TextOf("main .timeline"));
    }

    private static string DayIn(string language, DateTimeOffset instant)
    {
        var local = new Deadline(instant, PortalZones.Japan).Local(PortalZones.Japan);
        return language == "ja" ? local.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : local.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);
    }
}
