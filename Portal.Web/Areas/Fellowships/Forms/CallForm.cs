using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Web.Ui;

namespace Portal.Web.Areas.Fellowships.Forms;

/// <summary>A call as it is typed: nothing here is a number or a date yet, so that whatever was typed can be shown again.</summary>
public sealed record CallForm
{
    public string? Code { get; init; }

    /// <summary>The version that the page was made from.</summary>
    public long Version { get; init; }

    public PublicTextForm Title { get; init; } = new();

    public PublicTextForm Summary { get; init; } = new();

    public PublicTextForm WhoCanApply { get; init; } = new();

    public PublicTextForm WhatYouGet { get; init; } = new();

    public CallDirection Direction { get; init; }

    public string? Awards { get; init; }

    public string? MonthlyJpy { get; init; }

    public string? MonthlyUsd { get; init; }

    public ZonedTimeForm OpensAt { get; init; } = new();

    public ZonedTimeForm ClosesAt { get; init; } = new();

    public DateParts DecisionOn { get; init; } = new();

    public DateParts StartsOn { get; init; } = new();

    public string? Months { get; init; }

    // Lists, because model binding fills an empty one and leaves a read-only one as it is.
    public List<ApplicationSectionKind> Sections { get; init; } = [];

    public List<CriterionForm> Criteria { get; init; } = [];

    public List<QuestionForm> Questions { get; init; } = [];

    /// <summary>The kind of the question that the next "add" makes.</summary>
    public QuestionKind NewKind { get; init; }

    /// <summary>The sections that a call may leave out.</summary>
    public static IReadOnlyList<ApplicationSectionKind> OptionalSections { get; } =
    [
        ApplicationSectionKind.EducationAndWork, ApplicationSectionKind.Certifications,
        ApplicationSectionKind.ResearchPlan, ApplicationSectionKind.Documents,
    ];

    /// <summary>What a new call of this government starts from.</summary>
    public static CallForm New(Government side)
    {
        var closing = new ZonedTimeForm { Time = ZonedTimeForm.Written(ClosingTime.Time), Zone = PortalZones.OfficialFor(side) };
        return new CallForm
        {
            Direction = side == Government.Japan ? CallDirection.JapanToUnitedStates : CallDirection.UnitedStatesToJapan,
            OpensAt = closing,
            ClosesAt = closing,
            Sections = [.. OptionalSections],
        };
    }

    /// <summary>The content, with an error for each field that cannot be read. An empty field is no error: a draft may lack anything.</summary>
    public (CallContent Content, IReadOnlyList<Error> Errors) ToContent()
    {
        var reader = new CallFormReader();
        return (reader.Read(this), reader.Errors);
    }
}
