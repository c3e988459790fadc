using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Shared;

namespace Portal.Infrastructure.ReferenceData;

/// <summary>Loads the days on which the offices of each government are closed.</summary>
public static class HolidayImport
{
    public static ImportResult<IReadOnlyList<Holiday>> Parse(Stream json) => ImportFile.Parse<IReadOnlyList<Holiday>>(json, Read);

    /// <summary>Adds and corrects in one save. A stored day between a government's first and last day in the file that the file does not name is removed: holidays move by law.</summary>
    public static async Task<ImportCounts> ApplyAsync(DbContext db, IReadOnlyList<Holiday> calendar, CancellationToken ct)
    {
        var stored = await db.Set<Holiday>().ToDictionaryAsync(x => (x.Government, x.Date), ct);
        var tally = new ImportTally();
        foreach (var day in calendar)
        {
            if (stored.TryGetValue((day.Government, day.Date), out var known))
            {
                tally.Keep(known.Correct(day.NameJa, day.NameEn));
                continue;
            }

            db.Add(day);
            tally.Add();
        }

        var moved = stored.Values.GroupBy(x => x.Government).SelectMany(x => Moved(x, calendar)).ToList();
        db.RemoveRange(moved);
        await db.SaveChangesAsync(ct);
        return tally.Total(moved.Count);
    }

    private static IEnumerable<Holiday> Moved(IGrouping<Government, Holiday> stored, IReadOnlyList<Holiday> calendar)
    {
        var days = calendar.Where(x => x.Government == stored.Key).Select(x => x.Date).ToHashSet();
        return days.Count == 0 ? [] : stored.Where(x => x.Date >= days.Min() && x.Date <= days.Max() && !days.Contains(x.Date));
    }

    private static List<Holiday> Read(ImportFile file, JsonElement root)
    {
        var days = ReadDays(file.Rows(root, "japan"), (row, date) => Holiday.Create(Government.Japan, date, row.Required("ja", Holiday.NameLength), null));
        days.AddRange(ReadDays(file.Rows(root, "united_states"), (row, date) => Holiday.Create(Government.UnitedStates, date, null, row.Required("en", Holiday.NameLength))));
        return days;
    }

    private static List<Holiday> ReadDays(IReadOnlyList<JsonRow> rows, Func<JsonRow, DateOnly, Holiday> create)
    {
        var seen = new Dictionary<string, int>();
        var days = new List<Holiday>();
        foreach (var row in rows)
        {
            row.Item = row.Required("date", 40);
            var (date, observed) = (row.Date("date"), row.Date("observed"));
            var day = create(row, observed ?? date ?? default);
            if (date is not null && row.IsFirst(seen, $"{day.Date:O}")) days.Add(day);
        }

        return days;
    }
}
