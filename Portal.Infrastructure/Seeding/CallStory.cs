using Microsoft.EntityFrameworkCore;
using Portal.Application.Fellowships.Commands;
using Portal.Application.Fellowships.Domain;
using Portal.Application.Shared;

namespace Portal.Infrastructure.Seeding;

/// <summary>Takes one call from its first draft to where it stands today.</summary>
internal sealed class CallStory(PastPortal portal, Cast cast, WorldCalendar calendar)
{
    /// <summary>Days before the last approval, or before today for a call that waits for it.</summary>
    private const int Written = 20, Sent = 6, Returned = 3, FirstKey = 2;

    public async Task<Guid> TellAsync(WorldCall call, CancellationToken ct)
    {
        var (mine, other) = (cast.Officer(call.WrittenBy), cast.Officer(call.WrittenBy.Other()));
        var last = call.Stage == WorldCallStage.OneKey ? FirstKey : Math.Min(call.Opens, 0) - 7;
        var code = $"CF{calendar.Day(call.Opens).Year % 100:00}{call.Letter}";
        var written = await portal.SendAsync(mine, At(last - Written, call.WrittenBy), new WriteCall(code, Content(call, calendar)), ct);
        if (call.Stage == WorldCallStage.Draft)
        {
            return written.Value;
        }

        var id = written.Value;
        await portal.SendAsync(mine, At(last - Sent, call.WrittenBy), new SendCallForCheck(id, (await ReadAsync(id, ct)).Version), ct);
        if (call.Stage == WorldCallStage.Returned)
        {
            await portal.SendAsync(other, At(last - Returned, call.WrittenBy.Other()), new ReturnCall(id, call.ReturnReason!), ct);
            return id;
        }

        var hash = (await ReadAsync(id, ct)).ContentHash;
        await portal.SendAsync(mine, At(last - FirstKey, call.WrittenBy), new ApproveCall(id, hash), ct);
        if (call.Stage == WorldCallStage.Approved)
        {
            await portal.SendAsync(other, At(last, call.WrittenBy.Other()), new ApproveCall(id, hash), ct);
        }

        return id;
    }

    private DateTimeOffset At(int day, Government office) => calendar.At(day, 11, office);

    private async Task<FellowshipCall> ReadAsync(Guid id, CancellationToken ct) =>
        await portal.ReadAsync(db => db.FellowshipCalls.AsNoTracking().SingleAsync(c => c.Id == id, ct));

    internal static CallContent Content(WorldCall call, WorldCalendar calendar) => new(
        call.Direction, call.Title, call.Summary, call.WhoCanApply, call.WhatYouGet, call.Awards,
        new Money(call.MonthlyJpy, Money.Yen), new Money(call.MonthlyUsd, Money.Dollar),
        calendar.Opening(call.Opens, call.Zone), calendar.Closing(call.Closes, call.Zone),
        calendar.Day(call.Decision), calendar.Day(call.Starts), call.Months, call.Sections,
        [.. call.Criteria.Select(c => new CallCriterion(Guid.CreateVersion7(), c))],
        [.. call.Questions.Select(Question)]);

    private static CallQuestion Question(WorldQuestion question) => new(
        Guid.CreateVersion7(), question.Kind, question.Text, question.Hint, question.IsRequired, question.MaxLength,
        [.. question.Options.Select(o => new QuestionOption(Guid.CreateVersion7(), o))]);
}
