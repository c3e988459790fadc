using System.Globalization;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>A moment as an officer types it: a day, a time on the wall clock, and whose wall it hangs on.</summary>
public sealed record ZonedTimeForm
{
    public DateParts Date { get; init; } = new();

    public string? Time { get; init; }

    public string? Zone { get; init; }

    public static ZonedTimeForm Of(Deadline deadline)
    {
        if (deadline.Instant == default)
        {
            return new ZonedTimeForm { Zone = deadline.Zone };
        }

        var local = deadline.Local(deadline.Zone).DateTime;
        return new ZonedTimeForm
        {
            Date = DateParts.Of(DateOnly.FromDateTime(local)),
            Time = Written(TimeOnly.FromDateTime(local)),
            Zone = deadline.Zone,
        };
    }

    public static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

public sealed record CriterionForm
{
    public Guid Id { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }
}

public sealed record QuestionForm
{
    public Guid Id { get; init; }

    /// <summary>Chosen once: the answers already given keep their meaning.</summary>
    public QuestionKind Kind { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public string? HintJa { get; init; }

    public string? HintEn { get; init; }

    public bool IsRequired { get; init; }

    public string? MaxLength { get; init; }

    public List<OptionForm> Options { get; init; } = [];

    public bool HasOptions => Kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices;

    public bool HasLength => Kind is QuestionKind.ShortText or QuestionKind.LongText;

    public static QuestionForm New(QuestionKind kind)
    {
        var question = new QuestionForm
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            IsRequired = true,
            MaxLength = kind switch { QuestionKind.ShortText => "200", QuestionKind.LongText => "2000", _ => null },
        };
        return question.HasOptions ? question with { Options = [OptionForm.New(), OptionForm.New()] } : question;
    }
}

public sealed record OptionForm
{
    public Guid Id { get; init; }

    public string? Ja { get; init; }

    public string? En { get; init; }

    public static OptionForm New() => new() { Id = Guid.CreateVersion7() };
}
