using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <param name="Typed">What was chosen on a page that was refused; null on a first visit.</param>
/// <param name="Reason">The reason typed for a return that was refused.</param>
/// <param name="IsChanged">Somebody else was first: the page shows the present state.</param>
public sealed record AwardListPage(AwardListDetails.List List, AwardListForm? Typed = null, string? Reason = null, DateParts? AnswerOn = null, bool IsChanged = false)
{
    public bool Can(AwardListStep step) => List.Steps.Contains(step);

    public AwardOutcome OutcomeOf(AwardListDetails.Row row) => Typed?.Outcome?.TryGetValue(row.Id, out var typed) == true ? typed : row.Outcome;

    public string RankOf(AwardListDetails.Row row) => Typed?.Rank?.TryGetValue(row.Id, out var typed) == true
        ? typed ?? ""
        : row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The outcome of each case of one page of the list.</summary>
public sealed class AwardListForm
{
    public long Version { get; init; }

    public int Page { get; init; } = 1;

    public Dictionary<Guid, AwardOutcome>? Outcome { get; init; }

    /// <summary>As typed: a rank in full-width digits is one too.</summary>
    public Dictionary<Guid, string?>? Rank { get; init; }

    public EditAwardList ToCommand(Guid id) => new(id, Version, [.. (Outcome ?? []).Select(o => new AwardChoice(o.Key, o.Value, RankOf(o.Key)))]);

    private int? RankOf(Guid id) => int.TryParse(CleanText.Digits(Rank?.GetValueOrDefault(id)), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null;
}

public sealed class StageForm
{
    public long Version { get; init; }

    public DateParts? AnswerOn { get; init; }

    public StageRelease ToCommand(Guid id, ModelStateDictionary state, Text text) => new(id, Version, state.Read(nameof(AnswerOn), AnswerOn, text));
}

/// <param name="IsChanged">What was confirmed is no longer what stands: the page shows the present counts.</param>
public sealed record RehearsalPage(RehearseRelease.Rehearsal Rehearsal, bool IsChanged = false)
{
    public bool CanConfirm => Rehearsal.Steps.Contains(AwardListStep.Release);
}

/// <summary>Keys turned and keys awaited.</summary>
public sealed record KeysPart(IReadOnlyList<TurnedKey> Turned, IReadOnlyList<NextKey> Next);
