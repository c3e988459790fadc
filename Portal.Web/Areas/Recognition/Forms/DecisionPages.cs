using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

/// <param name="Case">As it stands.</param>
/// <param name="Form">As it is typed.</param>
public sealed record DraftPage(EquivalenceDecision.Page Case, DecisionForm Form);

/// <summary>The text to be signed.</summary>
public sealed record DecisionPage(EquivalenceDecision.Page Case)
{
    /// <summary>Why it goes back, as typed.</summary>
    public string? Reason { get; init; }

    public bool Can(EquivalenceStep step) => Case.Steps.Contains(step);
}

/// <param name="Statements">Their texts by code.</param>
/// <param name="Both">Both languages side by side, for those who sign; else the reader's own.</param>
/// <param name="ReviewDueOn">Where something has moved it; null for what follows from the text.</param>
public sealed record DecisionText(EquivalenceContent Content, IReadOnlyDictionary<string, string> Statements, bool Both, DateOnly? ReviewDueOn = null);

/// <summary>One page of a report's lines.</summary>
public sealed record ReportPage(CoverageReport Report, IReadOnlyDictionary<string, string> Statements, int Number)
{
    private const int Size = 100;

    public int Pages => Math.Max(1, (Report.Rows.Count + Size - 1) / Size);

    public int Shown => Math.Clamp(Number, 1, Pages);

    public IEnumerable<ReportRow> Rows => Report.Rows.Skip((Shown - 1) * Size).Take(Size);
}

/// <summary>What of a pair is asked for; kept in the address.</summary>
public sealed record PairForm
{
    public int? Version { get; init; }

    public DateOnly? AsOf { get; init; }

    public DateOnly? KnownAt { get; init; }

    public int Page { get; init; } = 1;

    public EquivalenceDetails ToQuery(string? number) => new(number ?? "", Version, AsOf, KnownAt);
}

public sealed record PairPage(EquivalenceDetails.Page Pair, PairForm Form)
{
    public bool IsDated => Form.AsOf is not null || Form.KnownAt is not null;
}

public sealed class SuspendForm
{
    public Guid VersionId { get; init; }

    public DateParts? Until { get; init; }

    public string? Reason { get; init; }

    public SuspendEquivalence ToCommand(Guid id, ModelStateDictionary state, Text text) => new(id, VersionId, state.Read(nameof(Until), Until, text), CleanText.Prose(Reason));
}

/// <summary>A step about one version that needs a reason.</summary>
public sealed class ForceForm
{
    public Guid VersionId { get; init; }

    public string? Reason { get; init; }

    public string? SeenHash { get; init; }
}

/// <param name="Form">What was typed in a form that was refused.</param>
/// <param name="Until">The day typed with it.</param>
/// <param name="Step">Which form that was.</param>
public sealed record ForcePage(EquivalenceForce.Page Case, string? Step = null, ForceForm? Form = null, DateParts? Until = null)
{
    public string? ReasonOf(string step, Guid version) => Step == step && Form?.VersionId == version ? Form.Reason : null;

    public bool IsRefused(string step, Guid version) => Step == step && Form?.VersionId == version;
}
