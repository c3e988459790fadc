using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Identity;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>The words and people of the demonstration world, read from the files inside the program. All are made up.</summary>
internal sealed record WorldFiles(
    IReadOnlyList<WorldOrganisation> Organisations,
    IReadOnlyList<WorldMember> Staff,
    IReadOnlyList<WorldCandidate> Candidates,
    IReadOnlyList<WorldCall> Calls,
    IReadOnlyDictionary<string, WorldPapers> Papers,
    IReadOnlyDictionary<Government, WorldNameParts> Names,
    RecognitionWorld Recognition)
{
    private static readonly JsonSerializerOptions s_shape = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static WorldFiles Read() => new(
        Read<IReadOnlyList<WorldOrganisation>>("organisations"),
        Read<IReadOnlyList<WorldMember>>("staff"),
        Read<IReadOnlyList<WorldCandidate>>("candidates"),
        Read<IReadOnlyList<WorldCall>>("calls"),
        Read<IReadOnlyDictionary<string, WorldPapers>>("papers"),
        Read<IReadOnlyDictionary<Government, WorldNameParts>>("names"),
        Read<RecognitionWorld>("recognition"));

    private static T Read<T>(string name)
    {
        using var file = typeof(WorldFiles).Assembly.GetManifestResourceStream($"World.{name}.json")
            ?? throw new FileNotFoundException("Not built into the program", name);
        return JsonSerializer.Deserialize<T>(file, s_shape)!;
    }
}

internal sealed record WorldOrganisation(string Code, Government Government, IReadOnlyList<WorldName> Names);

internal sealed record WorldName(DateOnly From, BilingualText Name);

/// <param name="DisplayName">Empty for somebody who has not answered the invitation yet.</param>
internal sealed record WorldMember(string DisplayName, string Mail, string Language, Government Government, string Organisation, Role Role);

/// <param name="Motivation">Answer to long questions of a call's own.</param>
/// <param name="Answers">By section and field key, as typed.</param>
internal sealed record WorldCandidate(
    string Key, string DisplayName, string Mail, string Language, Government Side, string Motivation,
    IReadOnlyDictionary<ApplicationSectionKind, IReadOnlyDictionary<string, string?>> Answers);

/// <summary>How far a call has come: for approved ones the clock says the rest.</summary>
internal enum WorldCallStage { Draft, Returned, OneKey, Approved }

/// <summary>How far the award list of a closed call has come.</summary>
internal enum WorldListStage { None, Draft, Proposed, OneKey, Agreed, Staged, Released }

/// <summary>One call and what becomes of its applications. Days count from the day of seeding.</summary>
/// <param name="Letter">Last part of the code, after the year of opening.</param>
internal sealed record WorldCall(
    string Letter, CallDirection Direction, ReviewedText Title, ReviewedText Summary, ReviewedText WhoCanApply, ReviewedText WhatYouGet,
    int Awards, long MonthlyJpy, long MonthlyUsd, int Opens, int Closes, int Decision, int Starts, int Months, string Zone,
    IReadOnlyList<ApplicationSectionKind> Sections, IReadOnlyList<BilingualText> Criteria, IReadOnlyList<WorldQuestion> Questions,
    Government WrittenBy, WorldCallStage Stage, string? ReturnReason, WorldListStage? List, int? AnswerBy,
    IReadOnlyList<WorldApplication> Applications);

internal sealed record WorldQuestion(
    QuestionKind Kind, BilingualText Text, BilingualText Hint, bool IsRequired, int MaxLength, IReadOnlyList<BilingualText> Options);

/// <param name="Ends">The status reached today.</param>
/// <param name="Withdrawn">The status from which the candidate withdrew.</param>
/// <param name="Outcome">What the award list says of a case that was withdrawn later.</param>
/// <param name="Corrected">What the candidate changed when asked for a correction.</param>
/// <param name="Fields">What is being asked for now.</param>
/// <param name="Lately">The last event happened within the last hours, so that its mail is shown.</param>
internal sealed record WorldApplication(
    string Candidate, FellowshipApplicationStatus Ends, FellowshipApplicationStatus? Withdrawn, AwardOutcome? Outcome,
    IReadOnlyDictionary<string, string>? Corrected, IReadOnlyList<string>? Fields, ScreeningReason? Reason, string? Note, bool Lately);

/// <summary>Words of the sample papers in one language.</summary>
internal sealed record WorldPapers(
    string Cv, string Transcript, string Letter, string Footer, string Name, string Mail, string Education, string Work, string Period, string Place,
    string What, string Course, string Credits, string Grade, string Text, string AskToCorrect, IReadOnlyList<IReadOnlyList<string>> Courses);
