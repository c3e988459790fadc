using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;
using Portal.Tests.Support;
using Status = Portal.Application.Recognition.Domain.RecognitionCaseStatus;

namespace Portal.Tests.Pages.Recognition;

/// <summary>A holder and the desks, brought through the pages to where a test begins.</summary>
internal sealed class CasePages(PortalHost host, string language) : IDisposable
{
    private readonly List<SignedIn> _people = [];

    /// <summary>Last day of every certification that is put on the list.</summary>
    public DateOnly Expires { get; init; } = new(2029, 3, 31);

    public Guid Id { get; private set; }
    public EquivalenceInHost Equivalence { get; private set; } = null!;
    public SignedIn Holder { get; private set; } = null!;
    public SignedIn Officer { get; private set; } = null!;
    public SignedIn SourceOfficer { get; private set; } = null!;
    public SignedIn Reviewer { get; private set; } = null!;
    public SignedIn AppealOfficer { get; private set; } = null!;

    public string Mine => $"/{language}/Recognition/Requests/Details/{Id}";

    public string Desk => $"/{language}/Recognition/CaseDesk/Details/{Id}";

    /// <summary>Recognised at once: a departure from the figures, so it says why.</summary>
    public static EquivalenceContent Full(EquivalenceContent content) =>
        content with { Decision = DecisionType.Full, Conditions = [], Departure = new BilingualText("実務で補われます。", "Practice makes up for it.") };

    public static EquivalenceContent WithChoice(EquivalenceContent content) => content with { Conditions = [RecognitionCaseStory.Test, RecognitionCaseStory.Supervision] };

    /// <summary>A holder from Japan with a certificate, the desks, and a request that is prepared.</summary>
    public async Task<CasePages> StartedAsync(string source, string target, Func<EquivalenceContent, EquivalenceContent>? change = null) =>
        await StartedAsync(await host.PublishAsync(source, target, change ?? Full), [(source, Expires)]);

    private async Task<CasePages> StartedAsync(EquivalenceInHost pair, IEnumerable<(string Certification, DateOnly Last)> held)
    {
        Equivalence = pair;
        Holder = await EnterAsync(host.People.CandidateAsync());
        Officer = await StaffAsync(Role.RecognitionCaseOfficer, Government.UnitedStates);
        SourceOfficer = await StaffAsync(Role.RecognitionCaseOfficer, Government.Japan);
        Reviewer = await StaffAsync(Role.RecognitionCaseReviewer, Government.UnitedStates);
        AppealOfficer = await StaffAsync(Role.RecognitionAppealOfficer, Government.UnitedStates);
        foreach (var (certification, last) in held)
        {
            await HoldAsync(Holder, certification, last);
        }

        var start = await Holder.GetAsync($"/{language}/Recognition/Requests/Start/{Equivalence.VersionId}");
        var prepared = await start.Form("form[action*='/Start/']").SubmitAsync();
        Id = Guid.Parse(prepared.Path.Split('/')[^1]);
        return this;
    }

    public async Task<CasePages> SentAsync(string source, string target, Func<EquivalenceContent, EquivalenceContent>? change = null) =>
        await SentAsync(await host.PublishAsync(source, target, change ?? Full), source);

    /// <summary>The same under a pair that is published already.</summary>
    public Task<CasePages> SentAsync(EquivalenceInHost pair, params IReadOnlyList<string> held) => SentWithAsync(pair, [.. held.Select(h => (h, Expires))]);

    public async Task<CasePages> SentWithAsync(EquivalenceInHost pair, params IReadOnlyList<(string Certification, DateOnly Last)> held)
    {
        await StartedAsync(pair, held);
        var sent = await SendForm(await Holder.GetAsync($"/{language}/Recognition/Requests/Send/{Id}")).SubmitAsync();
        Assert.Equal(Mine, sent.Path);
        return this;
    }

    public static HtmlForm SendForm(HtmlPage shown) => shown.Form("form[action*='/Send/']").Fill("Name", "Hanako Sato").Fill("IsDeclared", "true");

    public async Task<SignedIn> StaffAsync(Role role, Government government) => await EnterAsync(host.People.StaffAsync(role, government));

    /// <summary>On the list with its certificate.</summary>
    public async Task<Guid> HoldAsync(SignedIn person, string certification, DateOnly? expires = null)
    {
        var last = expires ?? Expires;
        var form = (await person.GetAsync($"/{language}/Recognition/Held/Add")).Form("main form[method=post]").Fill("Certification", certification).Fill("Number", "第0012345号");
        Date(form, "IssuedOn", new(2025, 4, 1));
        Date(form, "ExpiresOn", last);
        var added = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Empty(added.Errors);
        var stored = await added.Form("form[action*='/Upload/']").Attach("File", "certificate.pdf", "application/pdf", SampleFiles.RealPdf()).SubmitAsync();
        Assert.Empty(stored.Errors);
        return Guid.Parse(stored.Path.Split('/')[^1]);
    }

    public static HtmlForm Date(HtmlForm form, string field, DateOnly day) =>
        form.Fill($"{field}.Year", $"{day.Year}").Fill($"{field}.Month", $"{day.Month}").Fill($"{field}.Day", $"{day.Day}");

    /// <summary>Presses a button of the desk.</summary>
    public async Task<HtmlPage> PressAsync(SignedIn official, string action, params (string Field, string Value)[] typed)
    {
        await host.People.AgainAsync(official);
        var form = (await official.GetAsync(Desk)).Form($"form[action*='/CaseDesk/{action}/']");
        return await typed.Aggregate(form, (f, t) => f.Fill(t.Field, t.Value)).SubmitAsync();
    }

    public async Task DoneAsync(SignedIn official, string action, params (string Field, string Value)[] typed)
    {
        var answer = await PressAsync(official, action, typed);
        Assert.Empty(answer.Errors);
        Assert.Equal((HttpStatusCode.OK, Desk), (answer.Status, answer.Path));
    }

    public Task CompleteAsync() => DoneAsync(Officer, "ConfirmFile");

    public Task CheckAsync(CaseSection section, FailureReason? failure = null) =>
        DoneAsync(Officer, "Check", ("Section", $"{section}"), ("Passes", failure is null ? "true" : "false"), ("Failure", $"{failure}"));

    public async Task VerifyingAsync()
    {
        await CompleteAsync();
        foreach (var section in new[] { CaseSection.Identity, CaseSection.Certificate, CaseSection.Currency })
        {
            await CheckAsync(section);
        }

        await DoneAsync(Officer, "Verify", ("Authority", "IPA"), ("Channel", "OnlineRegister"));
    }

    public async Task DecidingAsync()
    {
        await VerifyingAsync();
        await DoneAsync(SourceOfficer, "AnswerVerification", ("IsConfirmed", "true"), ("Note", "On the register."));
    }

    public Task GrantAsync() => DoneAsync(Officer, "Grant", ("TextJa", "要件を満たしています。"), ("TextEn", "The requirements are met."));

    public async Task DeclinedAsync()
    {
        await CompleteAsync();
        await CheckAsync(CaseSection.Currency, FailureReason.NotInDate);
        await DoneAsync(Officer, "Decline", ("ReasonJa", "期限が切れています。"), ("ReasonEn", "It has expired."), ("RemedyJa", "更新してください。"), ("RemedyEn", "Renew it."));
    }

    public Task<RecognitionCase> StoredAsync() => host.InDatabaseAsync(db => db.RecognitionCases.AsNoTracking().SingleAsync(c => c.Id == Id));

    public async Task<Status> StatusAsync() => (await StoredAsync()).Status;

    public Task<RecognitionStatement> StatementAsync() => host.InDatabaseAsync(db => db.RecognitionStatements.AsNoTracking().SingleAsync(s => s.CaseId == Id));

    public async Task<byte[]> PdfAsync(string of)
    {
        var statement = await StatementAsync();
        using var response = await Holder.Client.SendAsync(new(HttpMethod.Get, $"/{language}/Recognition/Requests/Statement/{statement.Id}?language={of}"));
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _people.ForEach(p => p.Dispose());

    private async Task<SignedIn> EnterAsync(Task<SignedIn> coming)
    {
        var person = await coming;
        _people.Add(person);
        return person;
    }
}
