using Portal.Application.Recognition;
using Portal.Application.Recognition.Domain;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition;

/// <summary>How an equivalence is said on a page.</summary>
internal static class EquivalenceWords
{
    private const int MostCodes = 20;

    /// <summary>Codes in a sentence, which stays one.</summary>
    public static string SomeOf(IReadOnlyList<string> codes) => string.Join(", ", codes.Take(MostCodes)) + (codes.Count > MostCodes ? " …" : "");

    public static string SourceOf(Text text, EquivalenceSource source) => source.Certification
        ?? text.Get($"Recognition.Source.{source.Operator}", ("Certifications", string.Join(", ", source.Parts.Select(p => SourceOf(text, p)))));

    public static StatusKind KindOf(EquivalencePhase phase) => phase switch
    {
        EquivalencePhase.InForce => StatusKind.Ok,
        EquivalencePhase.UnderReview or EquivalencePhase.Scheduled => StatusKind.Waiting,
        EquivalencePhase.Suspended => StatusKind.Error,
        _ => StatusKind.Plain,
    };
}
