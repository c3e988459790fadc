using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Fellowships.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <param name="IsChanged">Somebody else was first: the page shows the present state.</param>
public sealed record CasePage(CaseDetails.Case Case, bool IsChanged = false)
{
    public bool Can(FellowshipApplicationStep step) => Case.Steps.Contains(step);
}

public sealed class ScreenReturnForm
{
    public long Version { get; init; }

    public List<string>? FieldKeys { get; init; }

    public string? Note { get; init; }

    public DateParts? DueOn { get; init; }

    [BindNever]
    public CasePage Page { get; set; } = null!;

    [BindNever]
    public CorrectionChoices.Choices Choices { get; set; } = null!;

    public static ScreenReturnForm Proposing(DateOnly day) => new()
    {
        DueOn = new DateParts { Year = $"{day.Year}", Month = $"{day.Month}", Day = $"{day.Day}" },
    };

    public ReturnForCorrection ToCommand(Guid id, ModelStateDictionary state, Text text) =>
        new(id, Version, FieldKeys ?? [], CleanText.Prose(Note), state.Read(nameof(DueOn), DueOn, text));
}

public sealed class ScreenOutForm
{
    public long Version { get; init; }

    public ScreeningReason? ReasonCode { get; init; }

    public string? Note { get; init; }

    [BindNever]
    public CasePage Page { get; set; } = null!;

    public ScreenOut ToCommand(Guid id) => new(id, Version, ReasonCode, CleanText.Prose(Note));
}

/// <summary>One section of what was sent, with the words to show it in.</summary>
public sealed record SentSection(AnsweredSection Section, FormText Words, Guid CaseId);
