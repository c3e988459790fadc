using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition.Forms;

/// <summary>A requirement set as a table of text, one statement in each line, so that it can be carried to a spreadsheet and back.</summary>
public sealed class RequirementsForm
{
    private const string CriticalMark = "critical";

    public Guid FrameworkId { get; init; }

    /// <summary>The last set that the page showed.</summary>
    public int After { get; init; }

    /// <summary>Lines of <c>statement, weight, level</c> and, for a critical one, <c>, critical</c>; tabs count as commas.</summary>
    public string? Rows { get; init; }

    public static RequirementsForm Of(RequirementsForTarget.Start start) => new()
    {
        FrameworkId = start.FrameworkId,
        After = start.Number,
        Rows = string.Join('\n', start.Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Statement}, {r.Weight:0.###}, {r.Level}{(r.IsCritical ? $", {CriticalMark}" : "")}"))),
    };

    /// <returns>Null when a line cannot be read; the page then says which.</returns>
    public DefineRequirements? ToCommand(Target target, ModelStateDictionary state, Text text)
    {
        var rows = new List<RequirementRow>();
        foreach (var (line, number) in CleanText.Prose(Rows).Split('\n').Select((l, i) => (l.Trim(), i + 1)).Where(l => l.Item1.Length > 0))
        {
            if (Read(line) is { } row)
            {
                rows.Add(row);
            }
            else
            {
                state.AddModelError(nameof(Rows), text.Get("Recognition.Requirements.Unreadable", ("Line", number)));
            }
        }

        return state.IsValid ? new DefineRequirements(FrameworkId, target, After, rows) : null;
    }

    private static RequirementRow? Read(string line)
    {
        var cells = line.Split(',', '\t', '，').Select(CleanText.Latin).ToList();
        return cells.Count is 3 or 4
            && decimal.TryParse(cells[1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)
            && int.TryParse(cells[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level)
            && (cells.Count == 3 || cells[3].Equals(CriticalMark, StringComparison.OrdinalIgnoreCase))
            ? new RequirementRow(cells[0].ToUpperInvariant(), weight, level, cells.Count == 4)
            : null;
    }
}

public sealed record RequirementsPage(TargetKind Kind, RequirementsForTarget.Start Start, RequirementsForm Form);
