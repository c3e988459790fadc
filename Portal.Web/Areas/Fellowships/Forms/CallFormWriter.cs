using System.Globalization;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>Writes a stored call into its form, in a shape that the reader takes back unchanged.</summary>
internal static class CallFormWriter
{
    public static CallForm Write(string code, long version, CallContent content) => new()
    {
        Code = code,
        Version = version,
        Title = PublicTextForm.Of(content.Title),
        Summary = PublicTextForm.Of(content.Summary),
        WhoCanApply = PublicTextForm.Of(content.WhoCanApply),
        WhatYouGet = PublicTextForm.Of(content.WhatYouGet),
        Direction = content.Direction,
        Awards = Number(content.Awards),
        MonthlyJpy = Amount(content.MonthlyJpy),
        MonthlyUsd = Amount(content.MonthlyUsd),
        OpensAt = ZonedTimeForm.Of(content.OpensAt),
        ClosesAt = ZonedTimeForm.Of(content.ClosesAt),
        DecisionOn = DateParts.Of(content.DecisionOn),
        StartsOn = DateParts.Of(content.StartsOn),
        Months = Number(content.Months),
        Sections = [.. content.Sections],
        Criteria = [.. content.Criteria.Select(c => new CriterionForm { Id = c.Id, Ja = c.Text.Ja, En = c.Text.En })],
        Questions = [.. content.Questions.Select(Question)],
    };

    private static QuestionForm Question(CallQuestion question) => new()
    {
        Id = question.Id,
        Kind = question.Kind,
        Ja = question.Text.Ja,
        En = question.Text.En,
        HintJa = question.Hint.Ja,
        HintEn = question.Hint.En,
        IsRequired = question.IsRequired,
        MaxLength = Number(question.MaxLength),
        Options = [.. question.Options.Select(o => new OptionForm { Id = o.Id, Ja = o.Text.Ja, En = o.Text.En })],
    };

    // Zero is how a draft keeps "not given yet".
    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static string Amount(Money money) =>
        money.MinorUnits == 0 ? "" : money.Amount.ToString($"N{money.Decimals}", CultureInfo.InvariantCulture);
}
