using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Tests.Support;

/// <summary>Things in a wanted state, made by the steps that real people take.</summary>
internal static partial class TestData
{
    /// <summary>A Tuesday noon in Tokyo.</summary>
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    public const string WorkRole = "PD-WRL-001", Certification = "CISSP";

    public static readonly FormCatalogue Catalogue = new(Countries.Alpha3, new HashSet<string> { Certification }, new HashSet<string> { WorkRole });

    /// <summary>Complete and reviewed: with every section, two criteria and a question of each kind. Opens at <paramref name="opensAt"/> for thirty days.</summary>
    public static CallContent CallContent(DateTimeOffset? opensAt = null, Func<CallContent, CallContent>? change = null)
    {
        var opens = opensAt ?? Now;
        var content = new CallContent(
            CallDirection.Both,
            Reviewed("日米サイバーフェローシップ", "U.S.–Japan Cyber Fellowship"),
            Reviewed("相手国の機関で働きます。", "Work at an agency of the other country."),
            Reviewed("実務経験のある人。", "People with experience."),
            Reviewed("滞在費を支給します。", "A stipend for your stay."),
            Awards: 2, new Money(300_000, Money.Yen), new Money(250_000, Money.Dollar),
            new Deadline(opens, PortalZones.Japan), new Deadline(opens.AddDays(30), PortalZones.Japan),
            DateOnly.FromDateTime(opens.UtcDateTime.AddDays(60)), DateOnly.FromDateTime(opens.UtcDateTime.AddDays(120)), Months: 12,
            [ApplicationSectionKind.EducationAndWork, ApplicationSectionKind.Certifications, ApplicationSectionKind.ResearchPlan, ApplicationSectionKind.Documents],
            [Criterion("3年以上の実務経験がありますか", "Do you have three years of experience?"), Criterion("旅券がありますか", "Do you hold a passport?")],
            [.. Enum.GetValues<QuestionKind>().Select(kind => Question(kind))]);
        return change is null ? content : change(content);
    }

    public static ReviewedText Reviewed(string ja, string en) => new(ja, en, true, true);

    public static CallCriterion Criterion(string ja, string en) => new(Guid.CreateVersion7(), new(ja, en));

    public static CallQuestion Question(QuestionKind kind, bool isRequired = false) => new(
        Guid.CreateVersion7(), kind, new("質問", "Question"), BilingualText.Empty, isRequired,
        kind is QuestionKind.ShortText or QuestionKind.LongText ? 200 : 0,
        kind is QuestionKind.OneChoice or QuestionKind.SeveralChoices ? [Option("東京", "Tokyo"), Option("ワシントン", "Washington")] : []);

    public static QuestionOption Option(string ja, string en) => new(Guid.CreateVersion7(), new(ja, en));

    /// <summary>A call in draft by the Japanese desk.</summary>
    public static FellowshipCall DraftCall(CallContent? content = null, string code = "CF27") =>
        FellowshipCall.Write(code, content ?? CallContent(), Actors.Officer(Government.Japan));

    /// <summary>A call before both desks, without any key.</summary>
    public static FellowshipCall CallInCheck(CallContent? content = null, string code = "CF27")
    {
        var call = DraftCall(content, code);
        call.SendForCheck(Actors.Officer(Government.Japan));
        return call;
    }

    /// <summary>A call that both governments approved a day before it opens.</summary>
    public static FellowshipCall ApprovedCall(CallContent? content = null, string code = "CF27")
    {
        var call = CallInCheck(content, code);
        foreach (var government in Governments.Both)
        {
            call.Approve(call.ContentHash, Actors.Officer(government), call.Content.OpensAt.Instant.AddDays(-1));
        }

        return call;
    }

    /// <summary>An approved call that opened a day before <paramref name="now"/> and closes in 29 days.</summary>
    public static FellowshipCall OpenCall(DateTimeOffset now, Func<CallContent, CallContent>? change = null, string code = "CF27") =>
        ApprovedCall(CallContent(now.AddDays(-1), change), code);

    /// <summary>An application after the steps of its story, for example <c>TestData.Application(a => a.Submitted())</c>. Without steps, an empty draft.</summary>
    public static FellowshipApplication Application(Action<ApplicationStory>? steps = null) => Story(steps).Application;

    /// <summary>One in a status; a draft has every answer and file.</summary>
    public static FellowshipApplication Application(FellowshipApplicationStatus status) => Application(a => a.To(status));

    /// <summary>The application together with its call, form, candidate and moment.</summary>
    public static ApplicationStory Story(Action<ApplicationStory>? steps = null, FellowshipCall? call = null, Government side = Government.Japan)
    {
        var story = new ApplicationStory(call ?? OpenCall(Now), Actors.Candidate(), side);
        steps?.Invoke(story);
        return story;
    }

    /// <summary>A list of three screened-in cases (an offer, a reserve, a "not proposed") in a status.</summary>
    public static AwardListStory AwardList(AwardListStatus status) => new AwardListStory(OpenCall(Now), cases: 3).To(status);
}
