using Microsoft.EntityFrameworkCore;
using Portal.Application.Identity;
using Portal.Application.Recognition.Domain;
using Portal.Application.Shared;
using Portal.Tests.Exports;
using Portal.Tests.Support;

namespace Portal.Tests.Journeys;

/// <summary>The recognition cases of the demonstration world, as their holders, the desks and a visitor see them.</summary>
[Collection(DemonstrationWorld.Name)]
public sealed class DemonstrationCasesTests(DemonstrationHost host)
{
    [Theory]
    [InlineData("ja", "DEMO（実演用）", "どちらの政府も決定していません", "有効")]
    [InlineData("en", "DEMO", "No government has decided it", "Valid")]
    public async Task A_visitor_who_checks_the_statement_reads_that_it_is_made_up(string language, string mark, string meaning, string state)
    {
        var statement = await host.InDatabaseAsync(db => db.RecognitionStatements.AsNoTracking().SingleAsync());
        using var visitor = host.Visitor();
        var shown = await visitor.GetAsync($"/{language}/Recognition/Check/{statement.Number}");
        Assert.Contains(mark, shown.TextsOf(".notice h2"));
        Assert.Contains(meaning, shown.Text, StringComparison.Ordinal);
        Assert.Equal((statement.Number, state), (shown.TextOf("#found"), shown.TextOf(".bar .tag")));
    }

    [Theory]
    [InlineData("ja", "実際の承認書ではありません")]
    [InlineData("en", "not a real statement")]
    public async Task The_pdf_of_the_statement_says_so_on_each_page(string language, string meaning)
    {
        var statement = await host.InDatabaseAsync(db => db.RecognitionStatements.AsNoTracking().SingleAsync());
        using var holder = await EnterAsync(statement.HolderId);
        using var response = await holder.SendAsync(new(HttpMethod.Get, $"/{language}/Recognition/Requests/Statement/{statement.Id}?language={language}"));
        var pdf = new PdfText(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), new PrintReport(1, []));
        Assert.Contains(meaning, pdf.Text().Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(pdf.Text().Split("DEMO").Length > 2);
    }

    [Theory]
    [InlineData("ja", "どちらの政府も決定していません")]
    [InlineData("en", "No government has decided it")]
    public async Task Each_case_says_so_to_its_holder_and_at_both_desks(string language, string meaning)
    {
        var cases = await host.InDatabaseAsync(db => db.RecognitionCases.AsNoTracking().ToListAsync());
        Assert.True(cases.Count >= 7);
        using var japan = await EnterAsync(await host.HolderAsync(Role.RecognitionCaseOfficer, Government.Japan));
        using var unitedStates = await EnterAsync(await host.HolderAsync(Role.RecognitionCaseOfficer, Government.UnitedStates));
        foreach (var one in cases)
        {
            using var holder = await EnterAsync(one.HolderId);
            foreach (var page in new[]
            {
                await holder.GetAsync($"/{language}/Recognition/Requests/Details/{one.Id}"),
                await japan.GetAsync($"/{language}/Recognition/CaseDesk/Details/{one.Id}"),
                await unitedStates.GetAsync($"/{language}/Recognition/CaseDesk/Details/{one.Id}"),
            })
            {
                Assert.Contains(one.Number, page.Text, StringComparison.Ordinal);
                Assert.Contains(meaning, page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("ja", "回答があるまで、審査期間は停止しています。", "決定の再審査", "適性試験", "効力が停止しています")]
    [InlineData("en", "The clock has stopped until your answer is in.", "Ask for a review of the decision", "aptitude test", "is suspended")]
    public async Task Holders_meet_what_a_case_can_ask_of_them(string language, string clock, string review, string measure, string suspended)
    {
        foreach (var (status, shown) in new[]
        {
            (RecognitionCaseStatus.InformationRequested, clock), (RecognitionCaseStatus.Declined, review),
            (RecognitionCaseStatus.AwaitingMeasure, measure), (RecognitionCaseStatus.InAssessment, suspended),
        })
        {
            var one = await host.InDatabaseAsync(db => db.RecognitionCases.AsNoTracking().SingleAsync(c => c.Status == status));
            using var holder = await EnterAsync(one.HolderId);
            Assert.Contains(shown, (await holder.GetAsync($"/{language}/Recognition/Requests/Details/{one.Id}")).Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>One click on the sign-in page of Development.</summary>
    private async Task<PortalClient> EnterAsync(Guid person)
    {
        var client = host.Visitor();
        await (await client.GetAsync("/en/Account/SignIn")).Form($"form:has([name=person][value='{person}'])").SubmitAsync();
        return client;
    }
}
