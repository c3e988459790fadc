using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A later framework version makes a decision due for review when it touches what the decision rests on.</summary>
public sealed class LaterFrameworkTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_decision_is_due_for_review_once_a_later_version_leaves_out_or_rewords_its_statements()
    {
        var pair = await host.PublishAsync("JP-RISS", "CISSP");
        using var visitor = host.Visitor();
        var path = $"/Recognition/Equivalences/Details/{pair.Number}";
        await LoadAsync(host, "8.0.0", (_, text) => text);
        Assert.DoesNotContain("the framework has changed", (await visitor.GetAsync($"/en{path}")).Text, StringComparison.Ordinal);

        await LoadAsync(host, "9.0.0", (code, text) => code == "S0432" ? null : code == "K1082" ? $"{text}, and more" : text);

        var english = await visitor.GetAsync($"/en{path}");
        Assert.Contains("Due for review: the framework has changed", english.TextsOf(".notice h2"));
        Assert.Contains("Version 9.0.0 retires or rewords 2 statements that this decision rests on: K1082, S0432. Both governments look at it again by the day named below.", english.Text, StringComparison.Ordinal);
        Assert.Equal("NICE Framework 2.1.0 and 9.0.0 compared", (await english.FollowAsync("and 9.0.0")).Heading);
        var japanese = (await visitor.GetAsync($"/ja{path}")).Text;
        Assert.Contains("9.0.0では、この決定のもとになった項目のうち2件が廃止または変更されています：K1082, S0432。両政府は、下に示す期限までに決定を見直します。決定は引き続き有効です。", japanese, StringComparison.Ordinal);
        // Of an earlier day nothing is said: it had not appeared then.
        var yesterday = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        Assert.DoesNotContain("9.0.0", (await visitor.GetAsync($"/en{path}?asOf={yesterday:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
    }

    internal static Task LoadAsync(PortalHost host, string version, Func<string, string, string?> text) => host.InDatabaseAsync(async db =>
    {
        var nice = await db.Frameworks.AsNoTracking().Include(f => f.Elements.Where(e => e.Code == "T0084" || e.Code == "K1082" || e.Code == "S0432")).SingleAsync(f => f.Version == "2.1.0");
        var later = Framework.Create($"SP_800_181_{version}", nice.Name, version, null);
        foreach (var element in nice.Elements)
        {
            if (text(element.Code, element.Text) is { } worded)
            {
                later.Add(element.AsText() with { Text = worded });
            }
        }

        db.Frameworks.Add(later);
        return await db.SaveChangesAsync();
    });
}
