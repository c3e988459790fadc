using System.Globalization;
using Microsoft.AspNetCore.Html;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;

namespace Portal.Web.Areas.Recognition;

/// <summary>How a pair is said in a cell of the matrix or on a card: in a word, a number, a pie and, last and never alone, a colour.</summary>
internal static class PairWords
{
    /// <summary>Bounds of the lighter steps of colour under a partial decision; they carry no meaning of their own.</summary>
    private const double Middle = 0.45;

    private static readonly HtmlString[] s_pies = [.. Enumerable.Range(0, 101).Select(p => Use($"p{p}"))];

    /// <summary>The pie of something without a published figure.</summary>
    public static readonly HtmlString Undecided = Use("pr");

    public static string WordOf(Text text, PublicStanding standing) => (standing.Phase, standing.Awaited) switch
    {
        (EquivalencePhase.InForce, _) => text[$"Recognition.Cell.Decision.{standing.Figures!.Decision}"],
        (EquivalencePhase.UnderReview, { } awaited) => text[$"Recognition.Cell.Awaiting.{awaited}"],
        var (phase, _) => text[$"Recognition.Cell.{phase}"],
    };

    /// <summary>Class of the background.</summary>
    public static string LevelOf(PublicStanding standing) => standing.Phase switch
    {
        EquivalencePhase.UnderReview => "is-review",
        EquivalencePhase.Suspended => "is-stopped",
        EquivalencePhase.InForce => standing.Figures! switch
        {
            { Decision: DecisionType.Full } => "lv4",
            { Decision: DecisionType.Refused } => "lv0",
            { Content: var content } when content >= CoverageRules.Proposed2026.ConditionalFrom => "lv3",
            { Content: >= Middle } => "lv2",
            _ => "lv1",
        },
        _ => "lv0",
    };

    /// <summary>Whole percent; null where no figure may be read as holding.</summary>
    public static int? PercentOf(PublicStanding standing) => standing is { IsCurrent: true, Figures: { } figures } ? Percent(figures.Content) : null;

    public static int Percent(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);

    public static HtmlString Pie(int percent) => s_pies[percent];

    /// <summary>What a page draws once and points to from every cell.</summary>
    public static IHtmlContent Symbols(IEnumerable<int> percents) => new HtmlString(string.Concat(percents.Distinct().Order().Select(p => string.Create(
        CultureInfo.InvariantCulture,
        $"""<symbol id="p{p}" viewBox="0 0 20 20"><circle class="rim" cx="10" cy="10" r="9"/><circle class="val" cx="10" cy="10" r="3.5" pathLength="100" stroke-dasharray="{p} 100" transform="rotate(-90 10 10)"/></symbol>"""))
        .Append("""<symbol id="pr" viewBox="0 0 20 20"><circle class="rim rim--open" cx="10" cy="10" r="9"/></symbol>""")));

    /// <summary>The day on which a government signed, in its own zone.</summary>
    public static string DayOf(Formats formats, Government government, DateTimeOffset at)
    {
        var zone = government == Government.Japan ? PortalZones.Japan : PortalZones.UnitedStates;
        return formats.ShortDate(DateOnly.FromDateTime(new Deadline(at, zone).Local(zone).DateTime));
    }

    private static HtmlString Use(string id) => new($"""<svg class="pie" aria-hidden="true" focusable="false"><use href="#{id}"/></svg>""");
}
