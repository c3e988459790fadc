using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using static Portal.Tests.Pages.Recognition.LaterFrameworkTests;

namespace Portal.Tests.Pages.Recognition;

/// <summary>When the review of a decision is due that a later framework version touches. Apart from the other tests, because the newest version loaded is the one that counts.</summary>
public sealed class FrameworkReviewTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Its_review_is_due_twelve_months_after_the_later_version_appeared_and_both_desks_hear_of_it()
    {
        using var _ = await host.People.StaffAsync(Role.RecognitionOfficer, Government.UnitedStates);
        var touched = await host.PublishAsync("JP-RISS", "CISM");
        await host.SendAsync(Actor.System, new NoticeFrameworks());
        await LoadAsync(host, "19.0.0", (code, text) => code == "K1082" ? $"{text}, and more" : text);
        Assert.Equal(1, (await host.SendAsync(Actor.System, new NoticeFrameworks())).Value);
        Assert.Equal(0, (await host.SendAsync(Actor.System, new NoticeFrameworks())).Value);

        var due = ReviewRules.Today(host.Clock.GetUtcNow()).AddMonths(12);
        var version = await host.InDatabaseAsync(db => db.EquivalenceVersions.AsNoTracking().SingleAsync(v => v.Id == touched.VersionId));
        Assert.Equal(due, version.ReviewDueOn);
        using var visitor = host.Visitor();
        Assert.Contains(due.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture), (await visitor.GetAsync($"/en/Recognition/Equivalences/Details/{touched.Number}")).TextOf("main"), StringComparison.Ordinal);
        Assert.Contains(await host.MailAsync(), m => m.Subject == $"A review is due earlier: {touched.Number}");
        using var auditor = await host.People.AuditorAsync(Government.Japan);
        Assert.Contains((await auditor.GetAsync($"/en/Reporting/History/Item/{touched.VersionId}?type={nameof(EquivalenceVersion)}")).TextsOf("main .timeline > li"), l => l.Contains("A later framework version brought the review forward", StringComparison.Ordinal));
    }
}
