using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Section = Portal.Application.Fellowships.Domain.ApplicationSectionKind;

namespace Portal.Infrastructure.Seeding;

/// <summary>What all applications of a load have in common.</summary>
/// <param name="Paper">One stored file that all of them name.</param>
internal sealed record LoadPlan(
    WorldFiles Files, WorldCalendar Calendar, IReadOnlyList<FellowshipCall> Calls, FormCatalogue Catalogue, StoredFile Paper,
    IReadOnlyDictionary<Government, Actor> Officers);

/// <summary>Takes one application through the steps of a real one; every step is recorded as its own save would record it.</summary>
internal sealed class LoadCase(LoadPlan plan, LoadPerson person, Actor me, int number)
{
    /// <summary>Prime, and so coprime to the million numbers of a call and to the parts of its time: neighbours lie far apart.</summary>
    private const int Stride = 7919;

    private const int Parts = 10_007;

    // Neighbouring numbers belong to one person, who never applies twice to one call.
    private readonly FellowshipCall _call = plan.Calls[(number + number / 2) % plan.Calls.Count];

    public void Tell(LoadDesk desk)
    {
        var at = Start();
        var application = FellowshipApplication.Start(_call, person.Side, (int)((long)number * Stride % 1_000_000), me, at);
        var form = new ApplicationForm(_call.Content, person.Side);
        desk.Add(application);
        desk.Record(me, at, nameof(StartApplication));
        Fill(application, form, desk, at);
        if (number % 10 == 0)
        {
            return;
        }

        application.Submit(form, plan.Catalogue, true, me, at.AddHours(3));
        desk.Record(me, at.AddHours(3), nameof(SubmitApplication));
        End(application, form, desk, at.AddDays(1));
    }

    private void Fill(FellowshipApplication application, ApplicationForm form, LoadDesk desk, DateTimeOffset at)
    {
        foreach (var section in form.Sections.Where(s => s != Section.Documents))
        {
            var typed = section == Section.AboutYou ? person.About
                : person.Model.Answers.TryGetValue(section, out var answers) ? answers
                : OwnAnswers.To(form, section, person.Model);
            application.SaveSection(section, form.Read(section, typed), 0, true, true, me, at.AddHours(1));
        }

        // Each section is a row of its own, so one record is what a save for each would leave.
        desk.Record(me, at.AddHours(1), nameof(SaveSection));

        foreach (var field in form.Fields(Section.Documents, Answers.Empty).Where(f => f.IsRequired))
        {
            application.AddDocument(field, $"{field.Key}.pdf", FileKind.Pdf, plan.Paper, true, me, at.AddHours(2));
            desk.Record(me, at.AddHours(2), nameof(UploadDocument));
        }
    }

    private void End(FellowshipApplication application, ApplicationForm form, LoadDesk desk, DateTimeOffset at)
    {
        var officer = plan.Officers[person.Side];
        switch (number % 10)
        {
            case 4 or 5 or 6:
                application.ScreenIn(officer);
                desk.Record(officer, at, nameof(ScreenIn));
                break;
            case 7:
                application.ScreenOut(ScreeningReason.NotEligible, person.Model.Motivation, officer, at);
                desk.Record(officer, at, nameof(ScreenOut));
                break;
            case 8:
                var due = plan.Calendar.Closing(3 + number % 20, PortalZones.OfficialFor(person.Side));
                application.ReturnForCorrection(new CorrectionRequest(["plan.summary"], person.Model.Motivation, due, person.Side), form, officer, at);
                desk.Record(officer, at, nameof(ReturnForCorrection));
                break;
            case 9:
                application.Withdraw(me);
                desk.Record(me, at, nameof(WithdrawApplication));
                break;
        }
    }

    /// <summary>Spread over the time in which the call took applications, with room for the steps that follow.</summary>
    private DateTimeOffset Start()
    {
        var room = plan.Calendar.Yesterday.AddDays(-2);
        var last = _call.ClosesAt < room ? _call.ClosesAt.AddDays(-1) : room;
        return _call.OpensAt + (last - _call.OpensAt) * ((long)number * Stride % Parts / (double)Parts);
    }
}
