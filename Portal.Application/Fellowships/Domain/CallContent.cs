using System.Text.Json.Serialization;
using Portal.Application.Shared;

namespace Portal.Application.Fellowships.Domain;

/// <summary>Who goes where under a call.</summary>
public enum CallDirection { JapanToUnitedStates, UnitedStatesToJapan, Both }

public enum QuestionKind { ShortText, LongText, OneChoice, SeveralChoices, File }

/// <summary>The sections that a call may ask for. About you and eligibility are always asked.</summary>
public enum ApplicationSectionKind { AboutYou, Eligibility, EducationAndWork, Certifications, ResearchPlan, Documents, OwnQuestions }

/// <summary>A condition that a candidate confirms with yes.</summary>
public sealed record CallCriterion(Guid Id, BilingualText Text);

/// <summary>A choice keeps its id through every revision, so that stored answers keep their meaning.</summary>
public sealed record QuestionOption(Guid Id, BilingualText Text);

/// <summary>A question of the call's own. <paramref name="MaxLength"/> counts user-perceived characters and holds for texts only.</summary>
public sealed record CallQuestion(
    Guid Id, QuestionKind Kind, BilingualText Text, BilingualText Hint, bool IsRequired, int MaxLength, IReadOnlyList<QuestionOption> Options);

/// <summary>Everything that both governments approve: the content hash is taken over exactly this value.</summary>
/// <param name="Awards">How many fellowships can be offered.</param>
/// <param name="MonthlyJpy">Paid per month to fellows in Japan's currency; amounts are set per side, never converted.</param>
/// <param name="DecisionOn">The day by which candidates are told.</param>
/// <param name="Months">Length of one fellowship.</param>
public sealed record CallContent(
    CallDirection Direction,
    ReviewedText Title,
    ReviewedText Summary,
    ReviewedText WhoCanApply,
    ReviewedText WhatYouGet,
    int Awards,
    Money MonthlyJpy,
    Money MonthlyUsd,
    Deadline OpensAt,
    Deadline ClosesAt,
    DateOnly DecisionOn,
    DateOnly StartsOn,
    int Months,
    IReadOnlyList<ApplicationSectionKind> Sections,
    IReadOnlyList<CallCriterion> Criteria,
    IReadOnlyList<CallQuestion> Questions)
{
    // In user-perceived characters; they hold even for a draft.
    public const int MaxTitle = 150, MaxText = 4000, MaxWords = 500;
    public const int MaxCriteria = 10, MaxQuestions = 20, MaxOptions = 20, MaxAnswer = 10000;

    [JsonIgnore]
    public IEnumerable<ReviewedText> Texts => [Title, Summary, WhoCanApply, WhatYouGet];

    /// <summary>The sections of the form in the order of the task list.</summary>
    [JsonIgnore]
    public IReadOnlyList<ApplicationSectionKind> AskedSections =>
        [.. Enum.GetValues<ApplicationSectionKind>().Where(IsAsked)];

    public bool IsAsked(ApplicationSectionKind section) => section switch
    {
        ApplicationSectionKind.AboutYou or ApplicationSectionKind.Eligibility => true,
        ApplicationSectionKind.OwnQuestions => Questions.Count > 0,
        _ => Sections.Contains(section),
    };

    /// <summary>The sides whose candidates may apply.</summary>
    [JsonIgnore]
    public IReadOnlyList<Government> Sides => Direction switch
    {
        CallDirection.JapanToUnitedStates => [Government.Japan],
        CallDirection.UnitedStatesToJapan => [Government.UnitedStates],
        _ => Governments.Both,
    };

    /// <summary>Stored text is NFC; a kept form has the same bytes as the hash.</summary>
    public CallContent Cleaned() => this with
    {
        Title = Title.Cleaned(),
        Summary = Summary.Cleaned(),
        WhoCanApply = WhoCanApply.Cleaned(),
        WhatYouGet = WhatYouGet.Cleaned(),
        Criteria = [.. Criteria.Select(c => new CallCriterion(Kept(c.Id), c.Text.Cleaned())).DistinctBy(c => c.Id)],
        Questions = [.. Questions.Select(Cleaned).DistinctBy(q => q.Id)],
    };

    private static CallQuestion Cleaned(CallQuestion question) => question with
    {
        Id = Kept(question.Id),
        Text = question.Text.Cleaned(),
        Hint = question.Hint.Cleaned(),
        Options = [.. question.Options.Select(o => new QuestionOption(Kept(o.Id), o.Text.Cleaned())).DistinctBy(o => o.Id)],
    };

    /// <summary>What is new gets its id once, at the first save; from then on it keeps it.</summary>
    private static Guid Kept(Guid id) => id == Guid.Empty ? Guid.CreateVersion7() : id;
}
