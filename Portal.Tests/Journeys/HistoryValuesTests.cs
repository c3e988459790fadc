using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>Every history of the demonstration world, read by an auditor: words and names, nothing as it is stored.</summary>
[Collection(DemonstrationWorld.Name)]
public sealed partial class HistoryValuesTests(DemonstrationHost host)
{
    [Theory]
    [InlineData("ja", Government.Japan)]
    [InlineData("en", Government.UnitedStates)]
    public async Task No_history_shows_an_id_or_a_stored_value(string language, Government side)
    {
        using var auditor = await host.People.AuditorAsync(side);
        var items = await host.InDatabaseAsync(db => db.AuditEntries.Where(e => e.Side == null || e.Side == side).Select(e => new { e.CaseType, e.CaseId }).Distinct().ToListAsync());
        Assert.True(items.Select(i => i.CaseType).Distinct().Count() >= 5, "too few kinds of items");
        foreach (var item in items)
        {
            var page = await auditor.GetAsync($"/{language}/Reporting/History/Item/{item.CaseId}?type={item.CaseType}");
            Assert.DoesNotMatch(Stored(), page.TextOf("main"));
        }
    }

    /// <summary>An id, JSON and its escapes, an instant, a zone, a government as the code names it.</summary>
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-|[\[{]""|\\u[0-9A-Fa-f]{4}|\d{4}-\d\d-\d\d|\w+/(Tokyo|New_York)|(?<!of )UnitedStates", RegexOptions.CultureInvariant)]
    private static partial Regex Stored();
}
