using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;
using Status = Portal.Application.Fellowships.Domain.FellowshipApplicationStatus;

namespace Portal.Tests.Support;

/// <summary>One application and everybody in its story. Each step first takes the steps before it, as the real people would; time passes with it.</summary>
internal sealed class ApplicationStory(FellowshipCall call, Actor applicant, Government side)
{
    private static int s_number;

    private AwardListStory? _list;

    public FellowshipCall Call { get; } = call;
    public Actor Applicant { get; } = applicant;
    public DateTimeOffset Now { get; private set; } = call.Content.OpensAt.Instant.AddDays(1);
    public ApplicationForm Form { get; } = new(call.Content, side);
    public FellowshipApplication Application { get; } = FellowshipApplication.Start(
        call, side, Interlocked.Increment(ref s_number), applicant, call.Content.OpensAt.Instant.AddDays(1));

    public Actor Officer { get; } = Actors.Officer(side);

    public ApplicationStory To(Status status) => status switch
    {
        Status.Draft => Completed(),
        Status.Submitted => Submitted(),
        Status.ReturnedForCorrection => ReturnedForCorrection("about.phone"),
        Status.ScreenedIn => ScreenedIn(),
        Status.ScreenedOut => ScreenedOut(),
        Status.Proposed => Listed(AwardOutcome.Offer),
        Status.Reserve => Listed(AwardOutcome.Reserve),
        Status.NotProposed => Listed(AwardOutcome.NotProposed),
        Status.Offered => Offered(),
        Status.Accepted => Answered(true),
        Status.Declined => Answered(false),
        Status.Lapsed => Lapsed(),
        Status.Withdrawn => Withdrawn(),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>A draft with every answer and file.</summary>
    public ApplicationStory Completed()
    {
        foreach (var (section, answers) in TestData.CompleteAnswers(Form))
        {
            Save(section, answers);
        }

        foreach (var field in Form.Fields(Section.Documents, Answers.Empty).Where(f => f.IsRequired))
        {
            Upload(field.Key);
        }

        return this;
    }

    public ApplicationStory Submitted()
    {
        if (Application.Status == Status.Draft)
        {
            Completed().Send();
        }

        return this;
    }

    public ApplicationStory ReturnedForCorrection(params string[] fieldKeys)
    {
        Submitted();
        var due = ClosingTime.On(DateOnly.FromDateTime(Now.UtcDateTime.AddDays(10)), PortalZones.OfficialFor(side));
        Application.ReturnForCorrection(new CorrectionRequest(fieldKeys, "番号を直してください。", due, side), Form, Officer, Now);
        return this;
    }

    public ApplicationStory ScreenedIn()
    {
        Submitted().Application.ScreenIn(Officer);
        return this;
    }

    public ApplicationStory ScreenedOut()
    {
        Submitted().Application.ScreenOut(ScreeningReason.NotEligible, "経験の年数が足りません。", Officer, Now);
        return this;
    }

    /// <summary>On a list that is before both officials; the candidate knows nothing of it.</summary>
    public ApplicationStory Listed(AwardOutcome outcome)
    {
        _list = new AwardListStory(Call, [ScreenedIn()], outcome).To(AwardListStatus.Proposed);
        Now = _list.Now;
        return this;
    }

    /// <summary>The outcome has reached the candidate.</summary>
    public ApplicationStory Released(AwardOutcome outcome)
    {
        Listed(outcome);
        Now = _list!.To(AwardListStatus.Released).Now;
        return this;
    }

    public ApplicationStory Offered() => Released(AwardOutcome.Offer);

    public ApplicationStory Answered(bool accept)
    {
        Offered().Application.AnswerOffer(accept, Applicant, Now);
        return this;
    }

    public ApplicationStory Lapsed()
    {
        Now = Offered().Application.AnswerBy!.Value.Instant;
        Application.Lapse(Actors.Clock, Now);
        return this;
    }

    public ApplicationStory Withdrawn()
    {
        Submitted().Application.Withdraw(Applicant);
        return this;
    }

    public ApplicationSection Save(Section section, Answers answers) => Application.SaveSection(
        section, answers, Application.Section(section)?.Version ?? 0, check: false, onTime: true, Applicant, Now);

    public ApplicationSubmission Send() => Application.Submit(Form, TestData.Catalogue, onTime: true, Applicant, Now);

    /// <summary>A file with content of its own, or with the content given.</summary>
    public ApplicationDocument Upload(string fieldKey, string name = "cv.pdf", string? content = null)
    {
        var field = Form.Sections.Select(s => Form.Find(s, fieldKey)).First(f => f is not null)!;
        var stored = new StoredFile($"{Guid.CreateVersion7():N}", 1000, Sha256.Of(content ?? Guid.CreateVersion7().ToString()));
        return Application.AddDocument(field, name, FileKind.Pdf, stored, onTime: true, Applicant, Now);
    }

    public void Wait(TimeSpan time) => Now += time;
}
