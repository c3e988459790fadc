using Portal.Application.Shared;

namespace Portal.Tests.Journeys;

internal sealed partial class FellowshipStory
{
    private DateTimeOffset _opens, _closes;

    public async Task BothDesksMakeACallAsync()
    {
        var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
        await AtDeskOfOfficerAsync(Government.Japan, desk => WriteCallAsync(desk, today));
        await AtDeskOfOfficerAsync(Government.UnitedStates, async desk =>
        {
            await desk.OpenAsync("/Fellowships/CallDesk");
            await desk.PressAsync($"a[href$='{_call}']");
            await desk.PressAsync("form[action*='/Approve/'] button");
        });
        await AtDeskAsync(desk => desk.OpenAsync("/Fellowships/Calls"));
        WaitUntil(_opens.AddHours(1));
    }

    private async Task WriteCallAsync(Desk desk, DateOnly today)
    {
        await desk.OpenAsync("/Fellowships/CallDesk");
        await desk.PressAsync("a[href$='/Write']");
        await desk.PressInVainAsync(".actions button[value=continue]");
        await WriteTextsAsync(desk);
        await WriteTermsAsync(desk, today);
        await AddOwnPartsAsync(desk);
        await desk.PressAsync(".actions button[value=continue]");
        _call = IdIn(desk.Path);
        await desk.PressAsync("a[href*='/Edit/']");
        await desk.PressAsync(".actions button[value=continue]");
        await desk.PressAsync("form[action*='/Send/'] button");
        await desk.PressAsync("form[action*='/Approve/'] button");
        (_opens, _closes) = (At17InTokyo(today.AddDays(1)), At17InTokyo(today.AddDays(31)));
    }

    private async Task WriteTextsAsync(Desk desk)
    {
        (string Name, string Ja, string En)[] texts =
        [
            ("Title", "日米サイバーフェローシップ2027", "U.S.–Japan Cyber Fellowship 2027"),
            ("Summary", "相手国の機関で、十二か月働きます。", "Work for twelve months at an agency of the other country."),
            ("WhoCanApply", "セキュリティの仕事を三年以上続けた人。", "People with three years or more of work in security."),
            ("WhatYouGet", "毎月の滞在費と、往復の旅費を支給します。", "A monthly stipend and the fare both ways."),
        ];
        await desk.TypeAsync("Code", _code);
        foreach (var (name, ja, en) in texts)
        {
            await desk.TypeAsync($"{name}.Ja", ja);
            await desk.TypeAsync($"{name}.En", en);
            await desk.TickAsync($"{name}.JaReviewed");
            await desk.TickAsync($"{name}.EnReviewed");
        }
    }

    private static async Task WriteTermsAsync(Desk desk, DateOnly today)
    {
        await desk.ChooseAsync("Direction", "Both");
        await desk.TypeAsync("Awards", "2");
        await desk.TypeAsync("Months", "12");
        await desk.TypeAsync("MonthlyJpy", "450,000");
        await desk.TypeAsync("MonthlyUsd", "3,200.00");
        await desk.TypeDateAsync("OpensAt.Date", today.AddDays(1));
        await desk.TypeDateAsync("ClosesAt.Date", today.AddDays(31));
        await desk.TypeDateAsync("DecisionOn", today.AddDays(90));
        await desk.TypeDateAsync("StartsOn", today.AddDays(200));
    }

    private static async Task AddOwnPartsAsync(Desk desk)
    {
        await desk.PressAsync("button[value='criterion.add']");
        await desk.TypeAsync("Criteria[0].Ja", "三年以上の実務経験がありますか");
        await desk.TypeAsync("Criteria[0].En", "Do you have three years of experience?");
        await desk.SelectAsync("NewKind", "OneChoice");
        await desk.PressAsync("button[value='question.add']");
        await desk.TypeAsync("Questions[0].Ja", "希望する都市はどこですか");
        await desk.TypeAsync("Questions[0].En", "Which city do you prefer?");
        await desk.TypeAsync("Questions[0].Options[0].Ja", "東京");
        await desk.TypeAsync("Questions[0].Options[0].En", "Tokyo");
        await desk.TypeAsync("Questions[0].Options[1].Ja", "ワシントン");
        await desk.TypeAsync("Questions[0].Options[1].En", "Washington");
    }

    private static DateTimeOffset At17InTokyo(DateOnly day) => new(day.ToDateTime(new TimeOnly(17, 0)), TimeSpan.FromHours(9));
}
