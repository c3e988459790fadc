using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;
using Portal.Tests.Support;
using Xunit;

namespace Portal.Tests.Domain.Fellowships;

public sealed class CallReadinessTests
{
    private static readonly CallContent Ready = TestData.CallContent();

    [Fact]
    public void A_complete_call_has_no_problems() => Assert.Empty(CallReadiness.Problems(Ready));

    [Theory]
    [InlineData("題", "", "Fellowships.Call.TextMissing")]
    [InlineData("", "Title", "Fellowships.Call.TextMissing")]
    public void A_text_is_needed_in_both_languages(string ja, string en, string code) =>
        Has(code, "Title", Ready with { Title = new(ja, en, true, true) });

    [Fact]
    public void A_text_must_be_reviewed_in_both_languages()
    {
        Has("Fellowships.Call.TextNotReviewed", "Summary", Ready with { Summary = new("要約", "Summary", JaReviewed: true) });
        Has("Fellowships.Call.TextNotReviewed", "WhatYouGet", Ready with { WhatYouGet = new("支給", "Stipend", EnReviewed: true) });
    }

    [Fact]
    public void A_call_closes_after_it_opens() =>
        Has("Fellowships.Call.ClosesBeforeOpening", "ClosesAt", Ready with { ClosesAt = Ready.OpensAt });

    [Theory]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-10-02", false)]
    public void The_decision_comes_on_a_later_day_in_the_zone_of_the_closing(string decision, bool isProblem)
    {
        // 8:30 on 1 October in Tokyo is still 30 September in UTC.
        Deadline.TryFromLocal(new DateOnly(2026, 10, 1), new TimeOnly(8, 30), PortalZones.Japan, out var closes, out _);
        var codes = CallReadiness.Problems(Ready with { ClosesAt = closes, DecisionOn = DateOnly.Parse(decision) }).Select(p => p.Code);
        Assert.Equal(isProblem, codes.Contains("Fellowships.Call.DecisionBeforeClosing"));
    }

    [Fact]
    public void The_fellowship_starts_after_the_decision() =>
        Has("Fellowships.Call.StartBeforeDecision", "StartsOn", Ready with { StartsOn = Ready.DecisionOn });

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void The_number_of_awards_has_limits(int awards) => Has("Fellowships.Call.AwardsRange", "Awards", Ready with { Awards = awards });

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    public void The_length_has_limits(int months) => Has("Fellowships.Call.MonthsRange", "Months", Ready with { Months = months });

    [Fact]
    public void Both_amounts_are_set()
    {
        Has("Fellowships.Call.AmountMissing", "MonthlyJpy", Ready with { MonthlyJpy = new Money(0, Money.Yen) });
        Has("Fellowships.Call.AmountMissing", "MonthlyUsd", Ready with { MonthlyUsd = new Money(-1, Money.Dollar) });
    }

    [Fact]
    public void A_criterion_is_said_in_both_languages() =>
        Has("Fellowships.Call.CriterionIncomplete", "Criteria", Ready with { Criteria = [TestData.Criterion("条件", "")] });

    [Fact]
    public void A_question_is_whole()
    {
        var choice = TestData.Question(QuestionKind.OneChoice);
        Incomplete(choice with { Text = new("質問", "") });
        Incomplete(choice with { Hint = new("", "Hint") });
        Incomplete(choice with { Options = [TestData.Option("一", "One")] });
        Incomplete(choice with { Options = [TestData.Option("一", "One"), TestData.Option("二", "")] });
    }

    [Fact]
    public void No_limit_does_not_mean_without_limit()
    {
        Incomplete(TestData.Question(QuestionKind.ShortText) with { MaxLength = 0 });
        Incomplete(TestData.Question(QuestionKind.LongText) with { MaxLength = 0 });
    }

    private static void Incomplete(CallQuestion question) =>
        Has("Fellowships.Call.QuestionIncomplete", "Questions", Ready with { Questions = [question] });

    private static void Has(string code, string field, CallContent content) =>
        Assert.Equal((code, field), (CallReadiness.Problems(content)[0].Code, CallReadiness.Problems(content)[0].Field));
}
