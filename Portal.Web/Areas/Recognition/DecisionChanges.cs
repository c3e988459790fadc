using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition;

public sealed record DecisionChange(string Part, string Before, string After);

/// <summary>What a new version says otherwise than the one that it replaces, part by part.</summary>
internal sealed class DecisionChanges(Text text, Formats formats)
{
    public IReadOnlyList<DecisionChange> Between(EquivalenceContent before, EquivalenceContent after) =>
        [.. Parts(before).Zip(Parts(after)).Where(p => p.First.Said != p.Second.Said).Select(p => new DecisionChange(p.First.Part, p.First.Said, p.Second.Said))];

    private IEnumerable<(string Part, string Said)> Parts(EquivalenceContent content) =>
    [
        (text["Recognition.Decision"], text[$"Recognition.Decision.{content.Decision}"]),
        (text["Recognition.Equivalence.Scope"], string.Join(", ", content.Scope)),
        (text["Recognition.Decision.ValidFrom"], Instant(content.ValidFrom)),
        (text["Recognition.Decision.ValidUntil"], Instant(content.ValidUntil)),
        (text["Recognition.Decision.Statement"], Said(content.Statement.Text)),
        (text["Recognition.Decision.Conditions"], Lines(content.Conditions.Select(c => $"{text[$"Recognition.Condition.{c.Kind}"]} {c.Months} {c.ChoiceGroup} {Said(c.Text)}"))),
        (text["Recognition.Decision.Effects"], Lines(content.Effects.Select(e => $"{e.LegalBasis} {Said(e.Text)}"))),
        (text["Recognition.Decision.Differences"], Lines(content.Differences.Select(d =>
            $"{text[$"Recognition.Difference.{d.Category}"]} {text[$"Recognition.Materiality.{d.Materiality}"]} {string.Join(", ", d.Statements)} {Said(d.Text)}"))),
        (text["Recognition.Decision.Rationale"], Said(content.Rationale.Text)),
        (text["Recognition.Decision.Departure"], Said(content.Departure)),
        (text["Recognition.Figures.Content"], Share(content.Coverage?.Content)),
        (text["Recognition.Figures.LowerBound"], Share(content.Coverage?.LowerBound)),
        (text["Recognition.Figures.Gaps"], string.Join(", ", content.Coverage?.Gaps ?? [])),
    ];

    private string Instant(Deadline? at) => at is { } given ? formats.Instant(given.Instant, given.Zone) : "";

    private string Share(double? share) => share is { } given ? formats.Percent((decimal)given) : "";

    private static string Said(BilingualText words) => string.Join(" / ", new[] { words.Ja, words.En }.Where(w => w.Length > 0));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
