using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>Turns what was typed into the content of a call and names each field that cannot be read.</summary>
internal sealed class CallFormReader
{
    private readonly List<Error> _errors = [];

    // An id from the page is kept only once: two rows with one id would share their answers.
    private readonly HashSet<Guid> _ids = [];

    public IReadOnlyList<Error> Errors => _errors;

    public CallContent Read(CallForm form) => new(
        form.Direction,
        form.Title.ToText(), form.Summary.ToText(), form.WhoCanApply.ToText(), form.WhatYouGet.ToText(),
        Number(form.Awards, nameof(form.Awards)),
        Amount(form.MonthlyJpy, Money.Yen, nameof(form.MonthlyJpy)),
        Amount(form.MonthlyUsd, Money.Dollar, nameof(form.MonthlyUsd)),
        Instant(form.OpensAt, nameof(form.OpensAt)),
        Instant(form.ClosesAt, nameof(form.ClosesAt)),
        Day(form.DecisionOn, nameof(form.DecisionOn)),
        Day(form.StartsOn, nameof(form.StartsOn)),
        Number(form.Months, nameof(form.Months)),
        [.. CallForm.OptionalSections.Where(form.Sections.Contains)],
        [.. form.Criteria.Where(c => !IsEmpty(c.Ja, c.En)).Select(c => new CallCriterion(Unique(c.Id), Words(c.Ja, c.En)))],
        [.. form.Questions.Select(Question).OfType<CallQuestion>()]);

    private CallQuestion? Question(QuestionForm form, int index)
    {
        var options = form.HasOptions ? form.Options.Where(o => !IsEmpty(o.Ja, o.En)).ToList() : [];
        if (IsEmpty(form.Ja, form.En, form.HintJa, form.HintEn) && options.Count == 0)
        {
            return null;
        }

        var max = form.HasLength ? Number(form.MaxLength, $"{nameof(CallForm.Questions)}[{index}].{nameof(form.MaxLength)}") : 0;
        return new CallQuestion(
            Unique(form.Id), form.Kind, Words(form.Ja, form.En), Words(form.HintJa, form.HintEn), form.IsRequired, max,
            [.. options.Select(o => new QuestionOption(Unique(o.Id), Words(o.Ja, o.En)))]);
    }

    private int Number(string? typed, string field) =>
        IsEmpty(typed) ? 0
        : TypedValues.TryReadNumber(typed, out var number) ? number
        : Refuse(Unreadable(field), field, 0);

    private Money Amount(string? typed, string currency, string field) =>
        IsEmpty(typed) ? new Money(0, currency)
        : Money.TryRead(typed, currency, out var money) ? money
        : Refuse(Unreadable(field), field, new Money(0, currency));

    private DateOnly Day(DateParts typed, string field) =>
        typed.IsEmpty ? default
        : TypedValues.TryReadDate(typed, out var date) ? date
        : Refuse(Unreadable(field), field, default(DateOnly));

    private Deadline Instant(ZonedTimeForm typed, string field)
    {
        var (date, zone) = (Day(typed.Date, $"{field}.{nameof(typed.Date)}"), typed.Zone ?? "");
        var missing = new Deadline(default, zone);
        if (!PortalZones.TryFind(zone, out _))
        {
            return Refuse(LocalTimeProblem.UnknownZone.Code(), $"{field}.{nameof(typed.Zone)}", missing);
        }

        if (date == default)
        {
            return missing;
        }

        if (!TypedValues.TryReadTime(typed.Time, out var time))
        {
            return Refuse(Unreadable($"{field}.{nameof(typed.Time)}"), $"{field}.{nameof(typed.Time)}", missing);
        }

        return Deadline.TryFromLocal(date, time, zone, out var deadline, out var problem)
            ? deadline
            : Refuse(problem.Code(), $"{field}.{nameof(typed.Time)}", missing);
    }

    private T Refuse<T>(string code, string field, T instead)
    {
        _errors.Add(new Error(code, field));
        return instead;
    }

    /// <summary>The sentence that names the field: <c>Fellowships.Call.Unreadable.Awards</c>, for a row <c>…Unreadable.MaxLength</c>.</summary>
    private static string Unreadable(string field) => $"Fellowships.Call.Unreadable.{field[(field.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.')}";

    private Guid Unique(Guid id) => id != Guid.Empty && _ids.Add(id) ? id : Guid.CreateVersion7();

    private static BilingualText Words(string? ja, string? en) => new(CleanText.Line(ja), CleanText.Line(en));

    private static bool IsEmpty(params ReadOnlySpan<string?> typed)
    {
        foreach (var text in typed)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                return false;
            }
        }

        return true;
    }
}
