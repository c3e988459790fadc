using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Domain.Shared;

namespace Portal.Tests.Journeys;

/// <summary>Fills every section of an application through its pages, the first one in vain before.</summary>
internal sealed class FormFilling(Desk desk, string application, Government side)
{
    private const string Continue = ".actions button[value=continue]";

    public async Task FillAsync()
    {
        await InSectionAsync(ApplicationSectionKind.AboutYou, FillAboutYouAsync);
        await InSectionAsync(ApplicationSectionKind.Eligibility, FillEligibilityAsync);
        await InSectionAsync(ApplicationSectionKind.EducationAndWork, FillEducationAsync);
        await InSectionAsync(ApplicationSectionKind.Certifications, FillCertificationsAsync);
        await InSectionAsync(ApplicationSectionKind.ResearchPlan, FillPlanAsync);
        await InSectionAsync(ApplicationSectionKind.OwnQuestions, () => desk.Main.Locator("[name^='question.']").First.CheckAsync());
        await InSectionAsync(ApplicationSectionKind.Documents, UploadAsync);
    }

    private async Task InSectionAsync(ApplicationSectionKind section, Func<Task> fill)
    {
        await desk.OpenAsync($"/Fellowships/Applications/Tasks/{application}");
        await desk.PressAsync($"ol.task a[href$='section={section}']");
        await fill();
        await desk.PressAsync(Continue);
        Assert.Equal(0, await desk.Main.Locator("[data-error-summary]").CountAsync());
    }

    private async Task FillAboutYouAsync()
    {
        await desk.PressInVainAsync(Continue);
        await (side == Government.Japan ? NameInJapanAsync() : NameInTheUnitedStatesAsync());
        await desk.TypeDateAsync("about.birthDate", new DateOnly(1990, 4, 1));
        foreach (var country in new[] { "about.citizenship", "about.residence" })
        {
            await desk.SelectAsync(country, side == Government.Japan ? "JPN" : "USA");
        }

        await SavedByItselfAsync();
    }

    private async Task NameInJapanAsync()
    {
        (string Name, string Text)[] answers =
        [
            ("about.nativeFamily", "髙﨑"), ("about.nativeGiven", "葛葉"), ("about.kanaFamily", "ﾀｶｻｷ"), ("about.kanaGiven", "かずは"),
            ("about.latinFamily", "Takasaki"), ("about.latinGiven", "Kazuha"), ("about.phone", "０３−１２３４−５６７８"), ("about.postalCode", "〒100-8926"),
            ("about.address", "東京都千代田区霞が関2-1-2"),
        ];
        await TypeAsync(answers);
    }

    private async Task NameInTheUnitedStatesAsync()
    {
        (string Name, string Text)[] answers =
        [
            ("about.latinFamily", "Rivera"), ("about.latinGiven", "Grace"), ("about.phone", "+1 202 555 0143"), ("about.postalCode", "20528"),
            ("about.address", "245 Murray Lane SW\nWashington, DC"),
        ];
        await TypeAsync(answers);
    }

    private async Task TypeAsync((string Name, string Text)[] answers)
    {
        foreach (var (name, text) in answers)
        {
            await desk.TypeAsync(name, text);
        }
    }

    /// <summary>Two seconds after the last letter the draft is kept, and the page says so.</summary>
    private async Task SavedByItselfAsync()
    {
        var before = await desk.Field("Version").First.InputValueAsync();
        await desk.Page.WaitForFunctionAsync("before => document.querySelector('#f [name=Version]').value !== before", before);
        Assert.NotEmpty(await desk.Main.Locator("#f [role=status]").InnerTextAsync());
    }

    private async Task FillEligibilityAsync()
    {
        await desk.PressInVainAsync(Continue);
        await desk.Main.Locator("[name^='criterion.'][value=yes]").First.CheckAsync();
        await desk.TickAsync("consent.privacy.Tick");
        await desk.TickAsync("consent.share.Tick");
    }

    private async Task FillEducationAsync()
    {
        await desk.PressInVainAsync(Continue);
        await desk.TypeAsync("education.1.school", "University of Tokyo");
        await desk.SelectAsync("education.1.degree", "bachelor");
        await desk.TypeAsync("education.1.field", "Computer science");
        await desk.TypeDateAsync("education.1.from", new DateOnly(2008, 4, 1));
        await desk.TypeDateAsync("education.1.to", new DateOnly(2012, 3, 1));
        await desk.PressAsync("button[value='add:work']");
        await desk.TypeAsync("work.1.employer", "Harbor Systems");
        await desk.TypeAsync("work.1.position", "Analyst");
        await desk.TypeDateAsync("work.1.from", new DateOnly(2012, 4, 1));
    }

    private async Task FillCertificationsAsync()
    {
        await desk.PressInVainAsync(Continue);
        await desk.PressAsync("button[value='add:certification']");
        await desk.SelectFirstAsync("certification.1.code");
        await desk.TypeDateAsync("certification.1.registeredOn", new DateOnly(2020, 4, 1));
        await desk.ChooseAsync("certification.1.isValid", "yes");
    }

    private async Task FillPlanAsync()
    {
        await desk.PressInVainAsync(Continue);
        await desk.TypeAsync("plan.title", "船舶制御システムの防護");
        await desk.SelectFirstAsync("plan.workRole");
        await desk.ChooseAsync("plan.language", "ja");
        await desk.TypeAsync("plan.summary", "港湾の制御系を調べます。\n二年目に演習を行います。");
    }

    private async Task UploadAsync()
    {
        await desk.PressInVainAsync(FormOf("documents.cv") + " button");
        await UploadAsync("documents.cv", "経歴書.pdf");
        await UploadAsync("documents.transcript", "transcript.pdf");
    }

    private async Task UploadAsync(string field, string name)
    {
        await desk.Main.Locator($"{FormOf(field)} [name=File]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = name, MimeType = "application/pdf", Buffer = SampleFiles.RealPdf() });
        await desk.PressAsync(FormOf(field) + " button");
        Assert.Contains(name, await desk.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static string FormOf(string field) => $"form:has([name=Field][value='{field}'])";
}
