using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

/// <summary>A decision as it is typed.</summary>
public sealed record DecisionForm
{
    /// <summary>The version that the page was made from.</summary>
    public long Version { get; init; }

    public DecisionType Decision { get; init; }

    public PublicTextForm Statement { get; init; } = new();

    public PublicTextForm Rationale { get; init; } = new();

    // Lists, because model binding fills an empty one and leaves a read-only one as it is.
    public List<DifferenceForm> Differences { get; init; } = [];

    public List<ConditionForm> Conditions { get; init; } = [];

    public List<EffectForm> Effects { get; init; } = [];

    public DateParts? ValidFrom { get; init; }

    public DateParts? ValidUntil { get; init; }

    public string? Zone { get; init; }

    public string? DepartureJa { get; init; }

    public string? DepartureEn { get; init; }

    /// <summary>What is drafted; before that, what the figures suggest, with the gaps that have to be answered for.</summary>
    public static DecisionForm Of(EquivalenceDecision.Page page) => page.Content.Decision == DecisionType.NotAssessed ? Suggested(page) : Written(page.Token, page.Content);

    public EquivalenceContent ToContent(ModelStateDictionary state, Text text) => EquivalenceContent.Proposal([]) with
    {
        Decision = Decision,
        Statement = Statement.ToText(),
        Rationale = Rationale.ToText(),
        Differences = [.. Differences.Select(d => d.ToDifference())],
        Conditions = [.. Conditions.Select((c, i) => c.ToCondition(state, text, i))],
        Effects = [.. Effects.Where(e => !e.IsEmpty).Select(e => e.ToEffect())],
        ValidFrom = DayIn(state.Read(nameof(ValidFrom), ValidFrom, text)),
        ValidUntil = DayIn(state.Read(nameof(ValidUntil), ValidUntil, text)),
        Departure = new BilingualText(DepartureJa ?? "", DepartureEn ?? ""),
    };

    // A day of law begins at midnight in the zone that it is promised in; neither zone changes its clock then.
    private Deadline? DayIn(DateOnly? day) =>
        day is { } given && Deadline.TryFromLocal(given, TimeOnly.MinValue, Zone == PortalZones.UnitedStates ? PortalZones.UnitedStates : PortalZones.Japan, out var first, out _) ? first : null;

    private static DateParts DayOf(Deadline? at) => DateParts.Of(at is { } given ? DateOnly.FromDateTime(given.Local(given.Zone).DateTime) : default);

    private static DecisionForm Suggested(EquivalenceDecision.Page page)
    {
        var (rules, figures) = (CoverageRules.Proposed2026, page.Content.Coverage!);
        return new()
        {
            Version = page.Token,
            Decision = rules.FitOf(figures.Content, figures.CriticalGaps.Count > 0) switch
            {
                FitClass.Covers => DecisionType.Full,
                FitClass.ConditionalCandidate => DecisionType.Conditional,
                _ => DecisionType.Partial,
            },
            Differences = figures.Gaps.Count == 0 ? [] : [new DifferenceForm { Statements = string.Join(", ", figures.Gaps), Materiality = figures.CriticalGaps.Count > 0 ? Materiality.Substantial : Materiality.Minor }],
            Effects = [new EffectForm()],
            Zone = PortalZones.OfficialFor(page.SourceSide.Other()),
        };
    }

    private static DecisionForm Written(long token, EquivalenceContent content) => new()
    {
        Version = token,
        Decision = content.Decision,
        Statement = PublicTextForm.Of(content.Statement),
        Rationale = PublicTextForm.Of(content.Rationale),
        Differences = [.. content.Differences.Select(DifferenceForm.Of)],
        Conditions = [.. content.Conditions.Select(ConditionForm.Of)],
        Effects = [.. content.Effects.Select(e => new EffectForm { LegalBasis = e.LegalBasis, Ja = e.Text.Ja, En = e.Text.En })],
        ValidFrom = DayOf(content.ValidFrom),
        ValidUntil = DayOf(content.ValidUntil),
        Zone = content.ValidFrom?.Zone,
        DepartureJa = content.Departure.Ja,
        DepartureEn = content.Departure.En,
    };
}

public sealed record DifferenceForm
{
    public DifferenceCategory Category { get; init; } = DifferenceCategory.Content;

    /// <summary>Codes with commas between.</summary>
    public string? Statements { get; init; }

    public Materiality Materiality { get; init; }

    public Compensation Compensable { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public static DifferenceForm Of(Difference difference) => new()
    {
        Category = difference.Category, Statements = string.Join(", ", difference.Statements), Materiality = difference.Materiality, Compensable = difference.Compensable,
        Ja = difference.Text.Ja, En = difference.Text.En,
    };

    public Difference ToDifference() => new(Category, Lines.Of(Statements), Materiality, Compensable, new BilingualText(Ja ?? "", En ?? ""));
}

public sealed record ConditionForm
{
    public ConditionKind Kind { get; init; }

    public string? ChoiceGroup { get; init; }

    public string? Months { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public static ConditionForm Of(Condition condition) => new()
    {
        Kind = condition.Kind, ChoiceGroup = condition.ChoiceGroup, Months = condition.Months?.ToString(CultureInfo.InvariantCulture), Ja = condition.Text.Ja, En = condition.Text.En,
    };

    public Condition ToCondition(ModelStateDictionary state, Text text, int index)
    {
        int? months = int.TryParse(CleanText.Digits(Months), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (months is null && !string.IsNullOrWhiteSpace(Months))
        {
            state.AddModelError($"{nameof(DecisionForm.Conditions)}[{index}].{nameof(Months)}", text["Recognition.Decision.MonthsUnreadable"]);
        }

        return new(Kind, CleanText.Line(ChoiceGroup) is { Length: > 0 } group ? group : null, months, new BilingualText(Ja ?? "", En ?? ""));
    }
}

public sealed record EffectForm
{
    public string? LegalBasis { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(LegalBasis) && string.IsNullOrWhiteSpace(Ja) && string.IsNullOrWhiteSpace(En);

    public Effect ToEffect() => new(LegalBasis ?? "", new BilingualText(Ja ?? "", En ?? ""));
}

/// <summary>Adds and removes rows on the server, so that the form works without script. Each button posts one of these words.</summary>
internal static class DecisionFormRows
{
    public static string Add(string list) => $"{list}.add";

    public static string Remove(string list, int index) => $"{list}.{index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The form after the button, or null when the button is not one of these.</summary>
    public static DecisionForm? After(this DecisionForm form, string? button) => button?.Split('.') switch
    {
        [nameof(form.Differences), var verb] => form with { Differences = Changed(form.Differences, verb) },
        [nameof(form.Conditions), var verb] => form with { Conditions = Changed(form.Conditions, verb) },
        [nameof(form.Effects), var verb] => form with { Effects = Changed(form.Effects, verb) },
        _ => null,
    };

    private static List<T> Changed<T>(List<T> rows, string verb) where T : new() =>
        verb == "add" ? [.. rows, new T()] : [.. rows.Where((_, i) => i.ToString(CultureInfo.InvariantCulture) != verb)];
}
