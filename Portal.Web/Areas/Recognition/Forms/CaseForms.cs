using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Application.Recognition;
using Portal.Application.Recognition.Commands;
using Portal.Application.Recognition.Domain;
using Portal.Application.Recognition.Queries;
using Portal.Application.Shared;
using Portal.Web.Infrastructure;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Recognition.Forms;

public sealed class SendForm
{
    public string? Name { get; init; }

    public bool IsDeclared { get; init; }

    [BindNever]
    public MyCase.Page Case { get; set; } = null!;

    public SubmitCase ToCommand(Guid id) => new(id, Name ?? "", IsDeclared);
}

/// <summary>One's own case with what was typed into one of its forms.</summary>
public sealed class MyCasePage
{
    public string? Answer { get; init; }

    public string? Reason { get; init; }

    [BindNever]
    public MyCase.Page Case { get; set; } = null!;

    public bool Can(RecognitionCaseStep step) => Case.Steps.Contains(step);
}

/// <summary>The queue's tab, filters and page, kept in the address.</summary>
public sealed record CaseQueueForm
{
    public CaseDeskTab Tab { get; init; }

    public string? Q { get; init; }

    public RecognitionCaseStatus? Status { get; init; }

    public DateOnly? Due { get; init; }

    public int Page { get; init; } = 1;

    public ListRecognitionCases ToQuery() => new(Tab, new CaseDeskFilter(Searched.Of(Q), Status, Due), Page);

    public int Filters => new object?[] { string.IsNullOrWhiteSpace(Q) ? null : Q, Status, Due }.Count(x => x is not null);

    /// <summary>The same cases of another tab. A status lives in one tab, so it stays behind.</summary>
    public CaseQueueForm In(CaseDeskTab tab) => this with { Tab = tab, Status = null, Page = 1 };

    public CaseQueueForm WithoutFilters => new() { Tab = Tab };

    /// <summary>What stands in the address; what is usual is left out.</summary>
    public object Address => new
    {
        tab = Tab == default ? null : Tab.ToString(),
        q = string.IsNullOrWhiteSpace(Q) ? null : Q,
        status = Status,
        due = Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}

public sealed record CaseQueuePage(CaseQueueForm Form, ListRecognitionCases.Queue Found);

/// <summary>Everything that can be typed on a case's page at the desk; each button sends its own part.</summary>
public sealed class CaseDeskForm
{
    public long Version { get; init; }

    public string? Question { get; init; }

    public CaseSection? Section { get; init; }

    public bool? Passes { get; init; }

    public FailureReason? Failure { get; init; }

    public string? Note { get; init; }

    public string? Authority { get; init; }

    public VerificationChannel? Channel { get; init; }

    public string? Inquiry { get; init; }

    public bool? IsConfirmed { get; init; }

    public bool? StandsAgainst { get; init; }

    public string? Reason { get; init; }

    public string? TextJa { get; init; }

    public string? TextEn { get; init; }

    public DateParts? MeasuresBy { get; init; }

    public string? ReasonJa { get; init; }

    public string? ReasonEn { get; init; }

    public string? RemedyJa { get; init; }

    public string? RemedyEn { get; init; }

    public int Number { get; init; }

    public int FailedNumber { get; init; }

    public DateParts? FailedOn { get; init; }

    public string? FailedJa { get; init; }

    public string? FailedEn { get; init; }

    public bool? Varies { get; init; }

    public string? AnswerJa { get; init; }

    public string? AnswerEn { get; init; }

    [BindNever]
    public RecognitionCaseOnDesk.Case Case { get; set; } = null!;

    /// <summary>Somebody else was first: the page shows the present state.</summary>
    [BindNever]
    public bool IsChanged { get; set; }

    public bool Can(RecognitionCaseStep step) => Case.Steps.Contains(step);

    /// <summary>A renewed certificate came in after the file was complete, and has not been checked.</summary>
    public bool IsToCheckAgain => Case is { RenewedAt: not null, Decision: null, Status: not (RecognitionCaseStatus.Submitted or RecognitionCaseStatus.FileIncomplete) }
        && new[] { CaseSection.Certificate, CaseSection.Currency }.Except(Case.Checks.Select(c => c.Section)).Any();

    public AskInformation ToAsk(Guid id) => new(id, Version, CleanText.Prose(Question));

    public RecordCheck ToCheck(Guid id) => new(id, Version, Section, Passes, Failure, CleanText.Prose(Note));

    public AskVerification ToVerify(Guid id) => new(id, Version, Authority ?? "", Channel, CleanText.Prose(Inquiry));

    public AnswerVerification ToAnswer(Guid id) => new(id, Version, IsConfirmed, CleanText.Prose(Note));

    public GiveSecondOpinion ToOpinion(Guid id) => new(id, Version, StandsAgainst, Failure, CleanText.Prose(Reason));

    public GrantRecognition ToGrant(Guid id, ModelStateDictionary state, Text text) =>
        new(id, Version, CleanText.Prose(TextJa), CleanText.Prose(TextEn), state.Read(nameof(MeasuresBy), MeasuresBy, text));

    public DeclineRecognition ToDecline(Guid id) => new(id, Version, CleanText.Prose(ReasonJa), CleanText.Prose(ReasonEn), CleanText.Prose(RemedyJa), CleanText.Prose(RemedyEn));

    public FulfilMeasure ToFulfil(Guid id) => new(id, Version, Number, CleanText.Prose(Note));

    public FailMeasure ToFail(Guid id, ModelStateDictionary state, Text text) =>
        new(id, Version, FailedNumber, state.Read(nameof(FailedOn), FailedOn, text), CleanText.Prose(FailedJa), CleanText.Prose(FailedEn));

    public DecideCaseReview ToReview(Guid id) => new(id, Version, Varies, CleanText.Prose(AnswerJa), CleanText.Prose(AnswerEn));
}

public sealed class CheckForm
{
    public string? Number { get; init; }

    public string? Sha256 { get; init; }

    public IFormFile? File { get; init; }
}

/// <param name="Typed">The number as it was typed; null on the empty page.</param>
public sealed record CheckPage(string? Typed, CheckStatement.Found? Found, string? Sha256 = null);
